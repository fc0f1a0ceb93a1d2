package io.halfspread.codec.action;

import io.halfspread.codec.contract.HotPath;
import io.halfspread.codec.event.Tif;

/**
 * One action to be signed and sent, with all its elements. Reused: every {@code begin} forgets what was there. Prices and
 * sizes are decimal8 and must lie on the venue's grid; nothing is checked here. Nothing is allocated after construction.
 * For one thread.
 *
 * <p>Elements are answered by the venue in the order in which they were added.
 */
@HotPath
public final class ActionBatch {
    /** Says that an order is named by its cloid, because the venue's id is not known. */
    public static final long NO_OID = Long.MIN_VALUE;

    /** Clears the scheduled cancel. */
    public static final long NO_TIME = Long.MIN_VALUE;

    private final int capacity;
    private final int[] assetIds;
    private final boolean[] buys;
    private final long[] pxs;
    private final long[] szs;
    private final boolean[] reduceOnly;
    private final Tif[] tifs;
    private final long[] cloidHighs;
    private final long[] cloidLows;
    private final long[] oids;
    private final long[] targetHighs;
    private final long[] targetLows;

    private ActionKind kind = ActionKind.NOOP;
    private int size;
    private boolean flagged;
    private long timeMs;
    private boolean cross;
    private int leverage;

    /**
     * Creates an empty batch.
     *
     * @param capacity most elements, at least 1
     */
    public ActionBatch(final int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("a batch holds at least one element, not " + capacity);
        }
        this.capacity = capacity;
        assetIds = new int[capacity];
        buys = new boolean[capacity];
        pxs = new long[capacity];
        szs = new long[capacity];
        reduceOnly = new boolean[capacity];
        tifs = new Tif[capacity];
        cloidHighs = new long[capacity];
        cloidLows = new long[capacity];
        oids = new long[capacity];
        targetHighs = new long[capacity];
        targetLows = new long[capacity];
    }

    /** Begins an action that places orders. Add ALO and IOC orders to different batches. */
    public void beginOrders() {
        begin(ActionKind.ORDER, false);
    }

    /**
     * Begins an action that cancels by our ids.
     *
     * @param fast whether the venue's fast flag is sent; refused by the venue when a target is a trigger order
     */
    public void beginCancelsByCloid(final boolean fast) {
        begin(ActionKind.CANCEL_BY_CLOID, fast);
    }

    /**
     * Begins an action that cancels by the venue's ids.
     *
     * @param fast whether the venue's fast flag is sent; refused by the venue when a target is a trigger order
     */
    public void beginCancels(final boolean fast) {
        begin(ActionKind.CANCEL, fast);
    }

    /**
     * Begins an action that replaces orders.
     *
     * @param alwaysPlace whether a new order is placed even when the cancel of the old one fails
     */
    public void beginModifies(final boolean alwaysPlace) {
        begin(ActionKind.BATCH_MODIFY, alwaysPlace);
    }

    /**
     * Makes this the action that sets the time at which the venue cancels everything.
     *
     * @param deadlineMs milliseconds since the epoch, at least 5 s ahead; {@link #NO_TIME} clears it
     */
    public void scheduleCancel(final long deadlineMs) {
        begin(ActionKind.SCHEDULE_CANCEL, false);
        timeMs = deadlineMs;
    }

    /**
     * Makes this the action that sets the leverage of an asset.
     *
     * @param assetId     the venue's id of the asset
     * @param crossMargin whether margin is shared with other positions
     * @param times       leverage, at least 1
     */
    public void updateLeverage(final int assetId, final boolean crossMargin, final int times) {
        begin(ActionKind.UPDATE_LEVERAGE, false);
        assetIds[0] = assetId;
        cross = crossMargin;
        leverage = times;
    }

    /** Makes this the action that only uses up a nonce. */
    public void noop() {
        begin(ActionKind.NOOP, false);
    }

    private void begin(final ActionKind newKind, final boolean flag) {
        kind = newKind;
        flagged = flag;
        size = 0;
    }

    /**
     * Adds an order to an action that places orders.
     *
     * @param assetId    the venue's id of the asset
     * @param buy        whether it buys
     * @param px         limit price, decimal8
     * @param sz         size, decimal8
     * @param reduceOnly whether it may only reduce the position
     * @param tif        time in force
     * @param cloidHigh  high half of our id
     * @param cloidLow   low half of our id; both 0 for no id
     * @return false when the batch is full or of another kind; nothing was added then
     */
    public boolean addOrder(
            final int assetId,
            final boolean buy,
            final long px,
            final long sz,
            final boolean reduceOnly,
            final Tif tif,
            final long cloidHigh,
            final long cloidLow) {
        if (isClosedTo(ActionKind.ORDER)) {
            return false;
        }
        putOrder(assetId, buy, px, sz, reduceOnly, tif, cloidHigh, cloidLow);
        size++;
        return true;
    }

    /**
     * Adds a cancel to an action that cancels by our ids.
     *
     * @param assetId   the venue's id of the asset
     * @param cloidHigh high half of the order's id
     * @param cloidLow  low half of it
     * @return false when the batch is full or of another kind; nothing was added then
     */
    public boolean addCancelByCloid(final int assetId, final long cloidHigh, final long cloidLow) {
        if (isClosedTo(ActionKind.CANCEL_BY_CLOID)) {
            return false;
        }
        assetIds[size] = assetId;
        cloidHighs[size] = cloidHigh;
        cloidLows[size] = cloidLow;
        size++;
        return true;
    }

    /**
     * Adds a cancel to an action that cancels by the venue's ids.
     *
     * @param assetId the venue's id of the asset
     * @param oid     the venue's id of the order
     * @return false when the batch is full or of another kind; nothing was added then
     */
    public boolean addCancel(final int assetId, final long oid) {
        if (isClosedTo(ActionKind.CANCEL)) {
            return false;
        }
        assetIds[size] = assetId;
        oids[size] = oid;
        size++;
        return true;
    }

    /**
     * Adds a replacement to an action that replaces orders.
     *
     * @param targetOid       the venue's id of the order replaced; {@link #NO_OID} to name it by cloid
     * @param targetCloidHigh high half of our id of the order replaced; read when there is no oid
     * @param targetCloidLow  low half of it
     * @param assetId         the venue's id of the asset
     * @param buy             whether the new order buys
     * @param px              its limit price, decimal8
     * @param sz              its whole size, decimal8
     * @param reduceOnly      whether it may only reduce the position
     * @param tif             its time in force
     * @param cloidHigh       high half of its id
     * @param cloidLow        low half of its id; both 0 for the id of the order replaced
     * @return false when the batch is full or of another kind; nothing was added then
     */
    public boolean addModify(
            final long targetOid,
            final long targetCloidHigh,
            final long targetCloidLow,
            final int assetId,
            final boolean buy,
            final long px,
            final long sz,
            final boolean reduceOnly,
            final Tif tif,
            final long cloidHigh,
            final long cloidLow) {
        if (isClosedTo(ActionKind.BATCH_MODIFY)) {
            return false;
        }
        oids[size] = targetOid;
        targetHighs[size] = targetCloidHigh;
        targetLows[size] = targetCloidLow;
        putOrder(assetId, buy, px, sz, reduceOnly, tif, cloidHigh, cloidLow);
        size++;
        return true;
    }

    private boolean isClosedTo(final ActionKind wanted) {
        return kind != wanted || size == capacity;
    }

    private void putOrder(
            final int assetId,
            final boolean buy,
            final long px,
            final long sz,
            final boolean reducing,
            final Tif tif,
            final long cloidHigh,
            final long cloidLow) {
        assetIds[size] = assetId;
        buys[size] = buy;
        pxs[size] = px;
        szs[size] = sz;
        reduceOnly[size] = reducing;
        tifs[size] = tif;
        cloidHighs[size] = cloidHigh;
        cloidLows[size] = cloidLow;
    }

    /**
     * What is asked for.
     *
     * @return the kind
     */
    public ActionKind kind() {
        return kind;
    }

    /**
     * How many elements there are.
     *
     * @return 0 to {@link #capacity()}; 0 for kinds without elements
     */
    public int size() {
        return size;
    }

    /**
     * Most elements.
     *
     * @return at least 1
     */
    public int capacity() {
        return capacity;
    }

    /**
     * The fast flag of cancels, or the always-place flag of replacements.
     *
     * @return false for every other kind
     */
    public boolean flagged() {
        return flagged;
    }

    /**
     * When the venue shall cancel everything.
     *
     * @return milliseconds since the epoch, or {@link #NO_TIME}
     */
    public long timeMs() {
        return timeMs;
    }

    /**
     * Whether margin is shared with other positions.
     *
     * @return as given with the leverage
     */
    public boolean cross() {
        return cross;
    }

    /**
     * The leverage asked for.
     *
     * @return as given
     */
    public int leverage() {
        return leverage;
    }

    /**
     * Asset of an element, or of the leverage.
     *
     * @param i index of the element, 0 for the leverage
     * @return the venue's id
     */
    public int assetId(final int i) {
        return assetIds[i];
    }

    /**
     * Side of an order.
     *
     * @param i index of the element
     * @return true when it buys
     */
    public boolean buy(final int i) {
        return buys[i];
    }

    /**
     * Limit price of an order.
     *
     * @param i index of the element
     * @return decimal8
     */
    public long px(final int i) {
        return pxs[i];
    }

    /**
     * Size of an order.
     *
     * @param i index of the element
     * @return decimal8
     */
    public long sz(final int i) {
        return szs[i];
    }

    /**
     * Whether an order may only reduce the position.
     *
     * @param i index of the element
     * @return as given
     */
    public boolean reduceOnly(final int i) {
        return reduceOnly[i];
    }

    /**
     * Time in force of an order.
     *
     * @param i index of the element
     * @return as given
     */
    public Tif tif(final int i) {
        return tifs[i];
    }

    /**
     * High half of our id of an order or of the order to cancel.
     *
     * @param i index of the element
     * @return as given
     */
    public long cloidHigh(final int i) {
        return cloidHighs[i];
    }

    /**
     * Low half of our id of an order or of the order to cancel.
     *
     * @param i index of the element
     * @return as given; both halves 0 for no id
     */
    public long cloidLow(final int i) {
        return cloidLows[i];
    }

    /**
     * The venue's id of the order to cancel or replace.
     *
     * @param i index of the element
     * @return the id, or {@link #NO_OID}
     */
    public long oid(final int i) {
        return oids[i];
    }

    /**
     * High half of our id of the order to replace.
     *
     * @param i index of the element
     * @return as given
     */
    public long targetCloidHigh(final int i) {
        return targetHighs[i];
    }

    /**
     * Low half of our id of the order to replace.
     *
     * @param i index of the element
     * @return as given
     */
    public long targetCloidLow(final int i) {
        return targetLows[i];
    }
}
