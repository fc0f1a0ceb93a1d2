package io.halfspread.codec.action;

import io.halfspread.codec.contract.HotPath;
import io.halfspread.codec.decimal.DecimalPrinter;
import io.halfspread.codec.event.Tif;
import org.agrona.MutableDirectBuffer;

/**
 * Writes an action as JSON: the same members in the same order and with the same texts as {@link ActionMsgpack}, so that the
 * venue arrives at the hash that was signed. Stateless and without allocation.
 */
@HotPath
public final class ActionJson {
    private static final int HEAD_LENGTH = 96;
    private static final int ELEMENT_LENGTH = 256;

    private static final Literal ORDER = Literal.of("{\"type\":\"order\",\"orders\":[");
    private static final Literal GROUPING = Literal.of("],\"grouping\":\"na\"}");
    private static final Literal CANCEL = Literal.of("{\"type\":\"cancel\",\"cancels\":[");
    private static final Literal CANCEL_BY_CLOID = Literal.of("{\"type\":\"cancelByCloid\",\"cancels\":[");
    private static final Literal FAST = Literal.of("],\"f\":true}");
    private static final Literal BATCH_MODIFY = Literal.of("{\"type\":\"batchModify\",\"modifies\":[");
    private static final Literal ALWAYS_PLACE = Literal.of("],\"a\":true}");
    private static final Literal END_OF_LIST = Literal.of("]}");
    private static final Literal SCHEDULE_CANCEL = Literal.of("{\"type\":\"scheduleCancel\"");
    private static final Literal TIME = Literal.of(",\"time\":");
    private static final Literal UPDATE_LEVERAGE = Literal.of("{\"type\":\"updateLeverage\",\"asset\":");
    private static final Literal IS_CROSS = Literal.of(",\"isCross\":");
    private static final Literal LEVERAGE = Literal.of(",\"leverage\":");
    private static final Literal NOOP = Literal.of("{\"type\":\"noop\"}");

    private static final Literal A = Literal.of("{\"a\":");
    private static final Literal B = Literal.of(",\"b\":");
    private static final Literal P = Literal.of(",\"p\":\"");
    private static final Literal S = Literal.of("\",\"s\":\"");
    private static final Literal R = Literal.of("\",\"r\":");
    private static final Literal C = Literal.of(",\"c\":\"");
    private static final Literal O = Literal.of(",\"o\":");
    private static final Literal ASSET = Literal.of("{\"asset\":");
    private static final Literal CLOID = Literal.of(",\"cloid\":\"");
    private static final Literal OID = Literal.of("{\"oid\":");
    private static final Literal REPLACEMENT = Literal.of(",\"order\":");
    private static final Literal END_OF_TEXT = Literal.of("\"}");
    private static final Literal ALO = Literal.of(",\"t\":{\"limit\":{\"tif\":\"Alo\"}}");
    private static final Literal IOC = Literal.of(",\"t\":{\"limit\":{\"tif\":\"Ioc\"}}");
    private static final Literal GTC = Literal.of(",\"t\":{\"limit\":{\"tif\":\"Gtc\"}}");
    private static final Literal TRUE = Literal.of("true");
    private static final Literal FALSE = Literal.of("false");

    private ActionJson() {}

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
        int at = ORDER.put(buffer, index);
        for (int i = 0; i < batch.size(); i++) {
            at = order(batch, i, buffer, comma(i, buffer, at));
        }
        return GROUPING.put(buffer, at);
    }

    private static int order(final ActionBatch batch, final int i, final MutableDirectBuffer buffer, final int index) {
        int at = integer(batch.assetId(i), buffer, A.put(buffer, index));
        at = bool(batch.buy(i), buffer, B.put(buffer, at));
        at = P.put(buffer, at);
        at += DecimalPrinter.print(batch.px(i), buffer, at);
        at = S.put(buffer, at);
        at += DecimalPrinter.print(batch.sz(i), buffer, at);
        at = bool(batch.reduceOnly(i), buffer, R.put(buffer, at));
        at = type(batch.tif(i)).put(buffer, at);
        if ((batch.cloidHigh(i) | batch.cloidLow(i)) != 0) {
            at = CloidText.put(batch.cloidHigh(i), batch.cloidLow(i), buffer, C.put(buffer, at));
            at = one('"', buffer, at);
        }
        return one('}', buffer, at);
    }

    private static Literal type(final Tif tif) {
        return tif == Tif.ALO ? ALO : tif == Tif.IOC ? IOC : GTC;
    }

    private static int cancels(final ActionBatch batch, final MutableDirectBuffer buffer, final int index) {
        int at = CANCEL.put(buffer, index);
        for (int i = 0; i < batch.size(); i++) {
            at = A.put(buffer, comma(i, buffer, at));
            at = integer(batch.assetId(i), buffer, at);
            at = integer(batch.oid(i), buffer, O.put(buffer, at));
            at = one('}', buffer, at);
        }
        return (batch.flagged() ? FAST : END_OF_LIST).put(buffer, at);
    }

    private static int cancelsByCloid(final ActionBatch batch, final MutableDirectBuffer buffer, final int index) {
        int at = CANCEL_BY_CLOID.put(buffer, index);
        for (int i = 0; i < batch.size(); i++) {
            at = ASSET.put(buffer, comma(i, buffer, at));
            at = integer(batch.assetId(i), buffer, at);
            at = CloidText.put(batch.cloidHigh(i), batch.cloidLow(i), buffer, CLOID.put(buffer, at));
            at = END_OF_TEXT.put(buffer, at);
        }
        return (batch.flagged() ? FAST : END_OF_LIST).put(buffer, at);
    }

    private static int modifies(final ActionBatch batch, final MutableDirectBuffer buffer, final int index) {
        int at = BATCH_MODIFY.put(buffer, index);
        for (int i = 0; i < batch.size(); i++) {
            at = target(batch, i, buffer, OID.put(buffer, comma(i, buffer, at)));
            at = order(batch, i, buffer, REPLACEMENT.put(buffer, at));
            at = one('}', buffer, at);
        }
        return (batch.flagged() ? ALWAYS_PLACE : END_OF_LIST).put(buffer, at);
    }

    private static int target(final ActionBatch batch, final int i, final MutableDirectBuffer buffer, final int index) {
        if (batch.oid(i) != ActionBatch.NO_OID) {
            return integer(batch.oid(i), buffer, index);
        }
        final int at = one('"', buffer, index);
        return one('"', buffer, CloidText.put(batch.targetCloidHigh(i), batch.targetCloidLow(i), buffer, at));
    }

    private static int scheduleCancel(final ActionBatch batch, final MutableDirectBuffer buffer, final int index) {
        int at = SCHEDULE_CANCEL.put(buffer, index);
        if (batch.timeMs() != ActionBatch.NO_TIME) {
            at = integer(batch.timeMs(), buffer, TIME.put(buffer, at));
        }
        return one('}', buffer, at);
    }

    private static int updateLeverage(final ActionBatch batch, final MutableDirectBuffer buffer, final int index) {
        int at = integer(batch.assetId(0), buffer, UPDATE_LEVERAGE.put(buffer, index));
        at = bool(batch.cross(), buffer, IS_CROSS.put(buffer, at));
        at = integer(batch.leverage(), buffer, LEVERAGE.put(buffer, at));
        return one('}', buffer, at);
    }

    private static int comma(final int i, final MutableDirectBuffer buffer, final int index) {
        return i == 0 ? index : one(',', buffer, index);
    }

    private static int integer(final long value, final MutableDirectBuffer buffer, final int index) {
        return index + buffer.putLongAscii(index, value);
    }

    private static int bool(final boolean value, final MutableDirectBuffer buffer, final int index) {
        return (value ? TRUE : FALSE).put(buffer, index);
    }

    private static int one(final char ascii, final MutableDirectBuffer buffer, final int index) {
        buffer.putByte(index, (byte) ascii);
        return index + 1;
    }
}
