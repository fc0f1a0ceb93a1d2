package io.halfspread.codec.action;

import io.halfspread.codec.contract.ColdPath;
import io.halfspread.codec.contract.HotPath;
import io.halfspread.codec.decimal.DecimalPrinter;
import io.halfspread.codec.event.Tif;
import io.halfspread.codec.msgpack.MsgpackWriter;
import java.nio.charset.StandardCharsets;
import org.agrona.MutableDirectBuffer;

/**
 * Writes an action as the MessagePack that is hashed and signed: members in the venue's order, absent ones left out,
 * numbers of orders as text without trailing zeros. Stateless and without allocation. Source: the venue's public SDKs.
 */
@HotPath
public final class ActionMsgpack {
    private static final int HEAD_LENGTH = 64;
    private static final int ELEMENT_LENGTH = 192;

    private static final byte[] ORDER = bytes("\u0083\u00A4type\u00A5order\u00A6orders");
    private static final byte[] GROUPING = bytes("\u00A8grouping\u00A2na");
    private static final byte[] CANCEL = bytes("\u00A4type\u00A6cancel\u00A7cancels");
    private static final byte[] CANCEL_BY_CLOID = bytes("\u00A4type\u00ADcancelByCloid\u00A7cancels");
    private static final byte[] FAST = bytes("\u00A1f\u00C3");
    private static final byte[] BATCH_MODIFY = bytes("\u00A4type\u00ABbatchModify\u00A8modifies");
    private static final byte[] ALWAYS_PLACE = bytes("\u00A1a\u00C3");
    private static final byte[] SCHEDULE_CANCEL = bytes("\u00A4type\u00AEscheduleCancel");
    private static final byte[] TIME = bytes("\u00A4time");
    private static final byte[] UPDATE_LEVERAGE = bytes("\u0084\u00A4type\u00AEupdateLeverage\u00A5asset");
    private static final byte[] IS_CROSS = bytes("\u00A7isCross");
    private static final byte[] LEVERAGE = bytes("\u00A8leverage");
    private static final byte[] NOOP = bytes("\u0081\u00A4type\u00A4noop");

    private static final byte[] A = bytes("\u00A1a");
    private static final byte[] B = bytes("\u00A1b");
    private static final byte[] P = bytes("\u00A1p");
    private static final byte[] S = bytes("\u00A1s");
    private static final byte[] R = bytes("\u00A1r");
    private static final byte[] O = bytes("\u00A1o");
    private static final byte[] C = bytes("\u00A1c\u00D9\"");
    private static final byte[] ASSET = bytes("\u00A5asset");
    private static final byte[] CLOID = bytes("\u00A5cloid\u00D9\"");
    private static final byte[] CLOID_TEXT = bytes("\u00D9\"");
    private static final byte[] OID = bytes("\u0082\u00A3oid");
    private static final byte[] REPLACEMENT = bytes("\u00A5order");
    private static final byte[] ALO = bytes("\u00A1t\u0081\u00A5limit\u0081\u00A3tif\u00A3Alo");
    private static final byte[] IOC = bytes("\u00A1t\u0081\u00A5limit\u0081\u00A3tif\u00A3Ioc");
    private static final byte[] GTC = bytes("\u00A1t\u0081\u00A5limit\u0081\u00A3tif\u00A3Gtc");

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
            default -> put(NOOP, buffer, index);
        };
        return end - index;
    }

    private static int orders(final ActionBatch batch, final MutableDirectBuffer buffer, final int index) {
        int at = MsgpackWriter.array(batch.size(), buffer, put(ORDER, buffer, index));
        for (int i = 0; i < batch.size(); i++) {
            at = order(batch, i, buffer, at);
        }
        return put(GROUPING, buffer, at);
    }

    private static int order(final ActionBatch batch, final int i, final MutableDirectBuffer buffer, final int index) {
        final boolean named = (batch.cloidHigh(i) | batch.cloidLow(i)) != 0;
        int at = MsgpackWriter.map(named ? 7 : 6, buffer, index);
        at = MsgpackWriter.integer(batch.assetId(i), buffer, put(A, buffer, at));
        at = MsgpackWriter.bool(batch.buy(i), buffer, put(B, buffer, at));
        at = decimal(batch.px(i), buffer, put(P, buffer, at));
        at = decimal(batch.sz(i), buffer, put(S, buffer, at));
        at = MsgpackWriter.bool(batch.reduceOnly(i), buffer, put(R, buffer, at));
        at = put(type(batch.tif(i)), buffer, at);
        return named ? CloidText.put(batch.cloidHigh(i), batch.cloidLow(i), buffer, put(C, buffer, at)) : at;
    }

    private static byte[] type(final Tif tif) {
        return tif == Tif.ALO ? ALO : tif == Tif.IOC ? IOC : GTC;
    }

    private static int cancels(final ActionBatch batch, final MutableDirectBuffer buffer, final int index) {
        int at = put(CANCEL, buffer, MsgpackWriter.map(batch.flagged() ? 3 : 2, buffer, index));
        at = MsgpackWriter.array(batch.size(), buffer, at);
        for (int i = 0; i < batch.size(); i++) {
            at = put(A, buffer, MsgpackWriter.map(2, buffer, at));
            at = MsgpackWriter.integer(batch.assetId(i), buffer, at);
            at = MsgpackWriter.integer(batch.oid(i), buffer, put(O, buffer, at));
        }
        return batch.flagged() ? put(FAST, buffer, at) : at;
    }

    private static int cancelsByCloid(final ActionBatch batch, final MutableDirectBuffer buffer, final int index) {
        int at = put(CANCEL_BY_CLOID, buffer, MsgpackWriter.map(batch.flagged() ? 3 : 2, buffer, index));
        at = MsgpackWriter.array(batch.size(), buffer, at);
        for (int i = 0; i < batch.size(); i++) {
            at = put(ASSET, buffer, MsgpackWriter.map(2, buffer, at));
            at = MsgpackWriter.integer(batch.assetId(i), buffer, at);
            at = CloidText.put(batch.cloidHigh(i), batch.cloidLow(i), buffer, put(CLOID, buffer, at));
        }
        return batch.flagged() ? put(FAST, buffer, at) : at;
    }

    private static int modifies(final ActionBatch batch, final MutableDirectBuffer buffer, final int index) {
        int at = put(BATCH_MODIFY, buffer, MsgpackWriter.map(batch.flagged() ? 3 : 2, buffer, index));
        at = MsgpackWriter.array(batch.size(), buffer, at);
        for (int i = 0; i < batch.size(); i++) {
            at = target(batch, i, buffer, put(OID, buffer, at));
            at = order(batch, i, buffer, put(REPLACEMENT, buffer, at));
        }
        return batch.flagged() ? put(ALWAYS_PLACE, buffer, at) : at;
    }

    private static int target(final ActionBatch batch, final int i, final MutableDirectBuffer buffer, final int index) {
        return batch.oid(i) == ActionBatch.NO_OID
                ? CloidText.put(
                        batch.targetCloidHigh(i), batch.targetCloidLow(i), buffer, put(CLOID_TEXT, buffer, index))
                : MsgpackWriter.integer(batch.oid(i), buffer, index);
    }

    private static int scheduleCancel(final ActionBatch batch, final MutableDirectBuffer buffer, final int index) {
        if (batch.timeMs() == ActionBatch.NO_TIME) {
            return put(SCHEDULE_CANCEL, buffer, MsgpackWriter.map(1, buffer, index));
        }
        final int at = put(SCHEDULE_CANCEL, buffer, MsgpackWriter.map(2, buffer, index));
        return MsgpackWriter.integer(batch.timeMs(), buffer, put(TIME, buffer, at));
    }

    private static int updateLeverage(final ActionBatch batch, final MutableDirectBuffer buffer, final int index) {
        int at = MsgpackWriter.integer(batch.assetId(0), buffer, put(UPDATE_LEVERAGE, buffer, index));
        at = MsgpackWriter.bool(batch.cross(), buffer, put(IS_CROSS, buffer, at));
        return MsgpackWriter.integer(batch.leverage(), buffer, put(LEVERAGE, buffer, at));
    }

    private static int decimal(final long decimal8, final MutableDirectBuffer buffer, final int index) {
        final int length = DecimalPrinter.print(decimal8, buffer, index + 1);
        return MsgpackWriter.textHead(length, buffer, index) + length;
    }

    private static int put(final byte[] part, final MutableDirectBuffer buffer, final int index) {
        buffer.putBytes(index, part);
        return index + part.length;
    }

    @ColdPath("at class loading")
    private static byte[] bytes(final String latin1) {
        return latin1.getBytes(StandardCharsets.ISO_8859_1);
    }
}
