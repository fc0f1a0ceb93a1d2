package io.halfspread.codec.action;

import io.halfspread.codec.contract.ColdPath;
import io.halfspread.codec.contract.HotPath;
import io.halfspread.codec.decimal.DecimalPrinter;
import io.halfspread.codec.event.Tif;
import java.nio.charset.StandardCharsets;
import org.agrona.MutableDirectBuffer;

/**
 * Writes an action as JSON: the same members in the same order and with the same texts as {@link ActionMsgpack}, so that the
 * venue arrives at the hash that was signed. Stateless and without allocation.
 */
@HotPath
public final class ActionJson {
    private static final int HEAD_LENGTH = 96;
    private static final int ELEMENT_LENGTH = 256;

    private static final byte[] ORDER = bytes("{\"type\":\"order\",\"orders\":[");
    private static final byte[] GROUPING = bytes("],\"grouping\":\"na\"}");
    private static final byte[] CANCEL = bytes("{\"type\":\"cancel\",\"cancels\":[");
    private static final byte[] CANCEL_BY_CLOID = bytes("{\"type\":\"cancelByCloid\",\"cancels\":[");
    private static final byte[] FAST = bytes("],\"f\":true}");
    private static final byte[] BATCH_MODIFY = bytes("{\"type\":\"batchModify\",\"modifies\":[");
    private static final byte[] ALWAYS_PLACE = bytes("],\"a\":true}");
    private static final byte[] END_OF_LIST = bytes("]}");
    private static final byte[] SCHEDULE_CANCEL = bytes("{\"type\":\"scheduleCancel\"");
    private static final byte[] TIME = bytes(",\"time\":");
    private static final byte[] UPDATE_LEVERAGE = bytes("{\"type\":\"updateLeverage\",\"asset\":");
    private static final byte[] IS_CROSS = bytes(",\"isCross\":");
    private static final byte[] LEVERAGE = bytes(",\"leverage\":");
    private static final byte[] NOOP = bytes("{\"type\":\"noop\"}");

    private static final byte[] A = bytes("{\"a\":");
    private static final byte[] B = bytes(",\"b\":");
    private static final byte[] P = bytes(",\"p\":\"");
    private static final byte[] S = bytes("\",\"s\":\"");
    private static final byte[] R = bytes("\",\"r\":");
    private static final byte[] C = bytes(",\"c\":\"");
    private static final byte[] O = bytes(",\"o\":");
    private static final byte[] ASSET = bytes("{\"asset\":");
    private static final byte[] CLOID = bytes(",\"cloid\":\"");
    private static final byte[] OID = bytes("{\"oid\":");
    private static final byte[] REPLACEMENT = bytes(",\"order\":");
    private static final byte[] END_OF_TEXT = bytes("\"}");
    private static final byte[] ALO = bytes(",\"t\":{\"limit\":{\"tif\":\"Alo\"}}");
    private static final byte[] IOC = bytes(",\"t\":{\"limit\":{\"tif\":\"Ioc\"}}");
    private static final byte[] GTC = bytes(",\"t\":{\"limit\":{\"tif\":\"Gtc\"}}");
    private static final byte[] TRUE = bytes("true");
    private static final byte[] FALSE = bytes("false");

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
            default -> put(NOOP, buffer, index);
        };
        return end - index;
    }

    private static int orders(final ActionBatch batch, final MutableDirectBuffer buffer, final int index) {
        int at = put(ORDER, buffer, index);
        for (int i = 0; i < batch.size(); i++) {
            at = order(batch, i, buffer, comma(i, buffer, at));
        }
        return put(GROUPING, buffer, at);
    }

    private static int order(final ActionBatch batch, final int i, final MutableDirectBuffer buffer, final int index) {
        int at = integer(batch.assetId(i), buffer, put(A, buffer, index));
        at = bool(batch.buy(i), buffer, put(B, buffer, at));
        at = put(P, buffer, at);
        at += DecimalPrinter.print(batch.px(i), buffer, at);
        at = put(S, buffer, at);
        at += DecimalPrinter.print(batch.sz(i), buffer, at);
        at = bool(batch.reduceOnly(i), buffer, put(R, buffer, at));
        at = put(type(batch.tif(i)), buffer, at);
        if ((batch.cloidHigh(i) | batch.cloidLow(i)) != 0) {
            at = CloidText.put(batch.cloidHigh(i), batch.cloidLow(i), buffer, put(C, buffer, at));
            at = one('"', buffer, at);
        }
        return one('}', buffer, at);
    }

    private static byte[] type(final Tif tif) {
        return tif == Tif.ALO ? ALO : tif == Tif.IOC ? IOC : GTC;
    }

    private static int cancels(final ActionBatch batch, final MutableDirectBuffer buffer, final int index) {
        int at = put(CANCEL, buffer, index);
        for (int i = 0; i < batch.size(); i++) {
            at = put(A, buffer, comma(i, buffer, at));
            at = integer(batch.assetId(i), buffer, at);
            at = integer(batch.oid(i), buffer, put(O, buffer, at));
            at = one('}', buffer, at);
        }
        return put(batch.flagged() ? FAST : END_OF_LIST, buffer, at);
    }

    private static int cancelsByCloid(final ActionBatch batch, final MutableDirectBuffer buffer, final int index) {
        int at = put(CANCEL_BY_CLOID, buffer, index);
        for (int i = 0; i < batch.size(); i++) {
            at = put(ASSET, buffer, comma(i, buffer, at));
            at = integer(batch.assetId(i), buffer, at);
            at = CloidText.put(batch.cloidHigh(i), batch.cloidLow(i), buffer, put(CLOID, buffer, at));
            at = put(END_OF_TEXT, buffer, at);
        }
        return put(batch.flagged() ? FAST : END_OF_LIST, buffer, at);
    }

    private static int modifies(final ActionBatch batch, final MutableDirectBuffer buffer, final int index) {
        int at = put(BATCH_MODIFY, buffer, index);
        for (int i = 0; i < batch.size(); i++) {
            at = target(batch, i, buffer, put(OID, buffer, comma(i, buffer, at)));
            at = order(batch, i, buffer, put(REPLACEMENT, buffer, at));
            at = one('}', buffer, at);
        }
        return put(batch.flagged() ? ALWAYS_PLACE : END_OF_LIST, buffer, at);
    }

    private static int target(final ActionBatch batch, final int i, final MutableDirectBuffer buffer, final int index) {
        if (batch.oid(i) != ActionBatch.NO_OID) {
            return integer(batch.oid(i), buffer, index);
        }
        final int at = one('"', buffer, index);
        return one('"', buffer, CloidText.put(batch.targetCloidHigh(i), batch.targetCloidLow(i), buffer, at));
    }

    private static int scheduleCancel(final ActionBatch batch, final MutableDirectBuffer buffer, final int index) {
        int at = put(SCHEDULE_CANCEL, buffer, index);
        if (batch.timeMs() != ActionBatch.NO_TIME) {
            at = integer(batch.timeMs(), buffer, put(TIME, buffer, at));
        }
        return one('}', buffer, at);
    }

    private static int updateLeverage(final ActionBatch batch, final MutableDirectBuffer buffer, final int index) {
        int at = integer(batch.assetId(0), buffer, put(UPDATE_LEVERAGE, buffer, index));
        at = bool(batch.cross(), buffer, put(IS_CROSS, buffer, at));
        at = integer(batch.leverage(), buffer, put(LEVERAGE, buffer, at));
        return one('}', buffer, at);
    }

    private static int comma(final int i, final MutableDirectBuffer buffer, final int index) {
        return i == 0 ? index : one(',', buffer, index);
    }

    private static int integer(final long value, final MutableDirectBuffer buffer, final int index) {
        return index + buffer.putLongAscii(index, value);
    }

    private static int bool(final boolean value, final MutableDirectBuffer buffer, final int index) {
        return put(value ? TRUE : FALSE, buffer, index);
    }

    private static int one(final char ascii, final MutableDirectBuffer buffer, final int index) {
        buffer.putByte(index, (byte) ascii);
        return index + 1;
    }

    private static int put(final byte[] part, final MutableDirectBuffer buffer, final int index) {
        buffer.putBytes(index, part);
        return index + part.length;
    }

    @ColdPath("at class loading")
    private static byte[] bytes(final String ascii) {
        return ascii.getBytes(StandardCharsets.US_ASCII);
    }
}
