package io.halfspread.codec.action;

import io.halfspread.codec.contract.HotPath;
import io.halfspread.codec.decimal.DecimalPrinter;
import io.halfspread.codec.event.Tif;
import io.halfspread.codec.msgpack.MsgpackWriter;
import org.agrona.MutableDirectBuffer;

/**
 * Writes an action as the MessagePack that is hashed and signed: members in the venue's order, absent ones left out,
 * numbers of orders as text without trailing zeros. Stateless and without allocation. Source: the venue's public SDKs.
 */
@HotPath
public final class ActionMsgpack {
    private static final int HEAD_LENGTH = 64;
    private static final int ELEMENT_LENGTH = 192;

    private static final Literal ORDER = Literal.of("\u0083\u00A4type\u00A5order\u00A6orders");
    private static final Literal GROUPING = Literal.of("\u00A8grouping\u00A2na");
    private static final Literal CANCEL = Literal.of("\u00A4type\u00A6cancel\u00A7cancels");
    private static final Literal CANCEL_BY_CLOID = Literal.of("\u00A4type\u00ADcancelByCloid\u00A7cancels");
    private static final Literal FAST = Literal.of("\u00A1f\u00C3");
    private static final Literal BATCH_MODIFY = Literal.of("\u00A4type\u00ABbatchModify\u00A8modifies");
    private static final Literal ALWAYS_PLACE = Literal.of("\u00A1a\u00C3");
    private static final Literal SCHEDULE_CANCEL = Literal.of("\u00A4type\u00AEscheduleCancel");
    private static final Literal TIME = Literal.of("\u00A4time");
    private static final Literal UPDATE_LEVERAGE = Literal.of("\u0084\u00A4type\u00AEupdateLeverage\u00A5asset");
    private static final Literal IS_CROSS = Literal.of("\u00A7isCross");
    private static final Literal LEVERAGE = Literal.of("\u00A8leverage");
    private static final Literal NOOP = Literal.of("\u0081\u00A4type\u00A4noop");

    private static final Literal A = Literal.of("\u00A1a");
    private static final Literal B = Literal.of("\u00A1b");
    private static final Literal P = Literal.of("\u00A1p");
    private static final Literal S = Literal.of("\u00A1s");
    private static final Literal R = Literal.of("\u00A1r");
    private static final Literal O = Literal.of("\u00A1o");
    private static final Literal C = Literal.of("\u00A1c\u00D9\"");
    private static final Literal ASSET = Literal.of("\u00A5asset");
    private static final Literal CLOID = Literal.of("\u00A5cloid\u00D9\"");
    private static final Literal CLOID_TEXT = Literal.of("\u00D9\"");
    private static final Literal OID = Literal.of("\u0082\u00A3oid");
    private static final Literal REPLACEMENT = Literal.of("\u00A5order");
    private static final Literal ALO = Literal.of("\u00A1t\u0081\u00A5limit\u0081\u00A3tif\u00A3Alo");
    private static final Literal IOC = Literal.of("\u00A1t\u0081\u00A5limit\u0081\u00A3tif\u00A3Ioc");
    private static final Literal GTC = Literal.of("\u00A1t\u0081\u00A5limit\u0081\u00A3tif\u00A3Gtc");

    private ActionMsgpack() {}

    /**
     * Room that an action needs.
     *
     * @param elements number of elements
     * @return bytes that are enough
     */
    public static int maxLength(final int elements) {
        return HEAD_LENGTH + elements * ELEMENT_LENGTH;
    }

    /**
     * Writes an action.
     *
     * @param batch  the action
     * @param buffer takes it, at most {@link #maxLength(int)} of its size
     * @param index  where it begins
     * @return bytes written
     */
    public static int encode(final ActionBatch batch, final MutableDirectBuffer buffer, final int index) {
        final int end = switch (batch.kind()) {
            case ORDER -> orders(batch, buffer, index);
            case CANCEL -> cancels(batch, buffer, index);
            case CANCEL_BY_CLOID -> cancelsByCloid(batch, buffer, index);
            case BATCH_MODIFY -> modifies(batch, buffer, index);
            case SCHEDULE_CANCEL -> scheduleCancel(batch, buffer, index);
            case UPDATE_LEVERAGE -> updateLeverage(batch, buffer, index);
            default -> NOOP.put(buffer, index);
        };
        return end - index;
    }

    private static int orders(final ActionBatch batch, final MutableDirectBuffer buffer, final int index) {
        int at = MsgpackWriter.array(batch.size(), buffer, ORDER.put(buffer, index));
        for (int i = 0; i < batch.size(); i++) {
            at = order(batch, i, buffer, at);
        }
        return GROUPING.put(buffer, at);
    }

    private static int order(final ActionBatch batch, final int i, final MutableDirectBuffer buffer, final int index) {
        final boolean named = (batch.cloidHigh(i) | batch.cloidLow(i)) != 0;
        int at = MsgpackWriter.map(named ? 7 : 6, buffer, index);
        at = MsgpackWriter.integer(batch.assetId(i), buffer, A.put(buffer, at));
        at = MsgpackWriter.bool(batch.buy(i), buffer, B.put(buffer, at));
        at = decimal(batch.px(i), buffer, P.put(buffer, at));
        at = decimal(batch.sz(i), buffer, S.put(buffer, at));
        at = MsgpackWriter.bool(batch.reduceOnly(i), buffer, R.put(buffer, at));
        at = type(batch.tif(i)).put(buffer, at);
        return named ? CloidText.put(batch.cloidHigh(i), batch.cloidLow(i), buffer, C.put(buffer, at)) : at;
    }

    private static Literal type(final Tif tif) {
        return tif == Tif.ALO ? ALO : tif == Tif.IOC ? IOC : GTC;
    }

    private static int cancels(final ActionBatch batch, final MutableDirectBuffer buffer, final int index) {
        int at = CANCEL.put(buffer, MsgpackWriter.map(batch.flagged() ? 3 : 2, buffer, index));
        at = MsgpackWriter.array(batch.size(), buffer, at);
        for (int i = 0; i < batch.size(); i++) {
            at = A.put(buffer, MsgpackWriter.map(2, buffer, at));
            at = MsgpackWriter.integer(batch.assetId(i), buffer, at);
            at = MsgpackWriter.integer(batch.oid(i), buffer, O.put(buffer, at));
        }
        return batch.flagged() ? FAST.put(buffer, at) : at;
    }

    private static int cancelsByCloid(final ActionBatch batch, final MutableDirectBuffer buffer, final int index) {
        int at = CANCEL_BY_CLOID.put(buffer, MsgpackWriter.map(batch.flagged() ? 3 : 2, buffer, index));
        at = MsgpackWriter.array(batch.size(), buffer, at);
        for (int i = 0; i < batch.size(); i++) {
            at = ASSET.put(buffer, MsgpackWriter.map(2, buffer, at));
            at = MsgpackWriter.integer(batch.assetId(i), buffer, at);
            at = CloidText.put(batch.cloidHigh(i), batch.cloidLow(i), buffer, CLOID.put(buffer, at));
        }
        return batch.flagged() ? FAST.put(buffer, at) : at;
    }

    private static int modifies(final ActionBatch batch, final MutableDirectBuffer buffer, final int index) {
        int at = BATCH_MODIFY.put(buffer, MsgpackWriter.map(batch.flagged() ? 3 : 2, buffer, index));
        at = MsgpackWriter.array(batch.size(), buffer, at);
        for (int i = 0; i < batch.size(); i++) {
            at = target(batch, i, buffer, OID.put(buffer, at));
            at = order(batch, i, buffer, REPLACEMENT.put(buffer, at));
        }
        return batch.flagged() ? ALWAYS_PLACE.put(buffer, at) : at;
    }

    private static int target(final ActionBatch batch, final int i, final MutableDirectBuffer buffer, final int index) {
        return batch.oid(i) == ActionBatch.NO_OID
                ? CloidText.put(
                        batch.targetCloidHigh(i), batch.targetCloidLow(i), buffer, CLOID_TEXT.put(buffer, index))
                : MsgpackWriter.integer(batch.oid(i), buffer, index);
    }

    private static int scheduleCancel(final ActionBatch batch, final MutableDirectBuffer buffer, final int index) {
        if (batch.timeMs() == ActionBatch.NO_TIME) {
            return SCHEDULE_CANCEL.put(buffer, MsgpackWriter.map(1, buffer, index));
        }
        final int at = SCHEDULE_CANCEL.put(buffer, MsgpackWriter.map(2, buffer, index));
        return MsgpackWriter.integer(batch.timeMs(), buffer, TIME.put(buffer, at));
    }

    private static int updateLeverage(final ActionBatch batch, final MutableDirectBuffer buffer, final int index) {
        int at = MsgpackWriter.integer(batch.assetId(0), buffer, UPDATE_LEVERAGE.put(buffer, index));
        at = MsgpackWriter.bool(batch.cross(), buffer, IS_CROSS.put(buffer, at));
        return MsgpackWriter.integer(batch.leverage(), buffer, LEVERAGE.put(buffer, at));
    }

    private static int decimal(final long decimal8, final MutableDirectBuffer buffer, final int index) {
        final int length = DecimalPrinter.print(decimal8, buffer, index + 1);
        return MsgpackWriter.textHead(length, buffer, index) + length;
    }
}
