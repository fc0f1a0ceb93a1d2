package io.halfspread.codec.action;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfspread.codec.event.Tif;
import io.halfspread.codec.msgpack.JsonMsgpack;
import io.halfspread.codec.text.StrictJson;
import java.util.HexFormat;
import java.util.Random;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

final class ActionEncodingTest {
    private static final long ONE = 100_000_000L;
    private static final long HIGH = 0x1E60610F0B3D4205L;
    private static final long LOW = 0x97C88C1FED2AD5EEL;

    private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[1 << 16]);
    private final ActionBatch batch = new ActionBatch(40);

    @Test
    void shouldEncodeThePublishedOrderWhenItHasNoCloid() {
        batch.beginOrders();
        assertTrue(batch.addOrder(1, true, 100 * ONE, 100 * ONE, false, Tif.GTC, 0, 0));

        assertEquals(
                "83a474797065a56f72646572a66f72646572739186a16101a162c3a170a3313030a173a3313030a172c2a17481a56c696d6974"
                        + "81a3746966a3477463a867726f7570696e67a26e61",
                msgpack());
        assertEquals(
                "{\"type\":\"order\",\"orders\":[{\"a\":1,\"b\":true,\"p\":\"100\",\"s\":\"100\",\"r\":false,"
                        + "\"t\":{\"limit\":{\"tif\":\"Gtc\"}}}],\"grouping\":\"na\"}",
                json());
    }

    @Test
    void shouldEncodeOrdersWithoutTrailingZerosWhenNumbersAreRound() {
        batch.beginOrders();
        batch.addOrder(4, false, 2000 * ONE, 350_000_000L, true, Tif.IOC, HIGH, LOW);
        batch.addOrder(110_000, true, 1_670_10000000L, 1_470_000L, false, Tif.ALO, 0, 2);

        assertEquals(
                "{\"type\":\"order\",\"orders\":["
                        + "{\"a\":4,\"b\":false,\"p\":\"2000\",\"s\":\"3.5\",\"r\":true,"
                        + "\"t\":{\"limit\":{\"tif\":\"Ioc\"}},\"c\":\"0x1e60610f0b3d420597c88c1fed2ad5ee\"},"
                        + "{\"a\":110000,\"b\":true,\"p\":\"1670.1\",\"s\":\"0.0147\",\"r\":false,"
                        + "\"t\":{\"limit\":{\"tif\":\"Alo\"}},\"c\":\"0x00000000000000000000000000000002\"}"
                        + "],\"grouping\":\"na\"}",
                checkedJson());
    }

    @Test
    void shouldEncodeCancelsWithTheFastFlagOnlyWhenAsked() {
        batch.beginCancelsByCloid(true);
        batch.addCancelByCloid(5, HIGH, LOW);
        assertEquals(
                "{\"type\":\"cancelByCloid\",\"cancels\":[{\"asset\":5,\"cloid\":\"0x1e60610f0b3d420597c88c1fed2ad5ee\"}],"
                        + "\"f\":true}",
                checkedJson());
        batch.beginCancelsByCloid(false);
        batch.addCancelByCloid(5, 0, 1);
        batch.addCancelByCloid(300, 0, 2);
        assertEquals(
                "{\"type\":\"cancelByCloid\",\"cancels\":[{\"asset\":5,\"cloid\":\"0x00000000000000000000000000000001\"},"
                        + "{\"asset\":300,\"cloid\":\"0x00000000000000000000000000000002\"}]}",
                checkedJson());
        batch.beginCancels(false);
        batch.addCancel(1, 82_382);
        assertEquals("{\"type\":\"cancel\",\"cancels\":[{\"a\":1,\"o\":82382}]}", checkedJson());
        batch.beginCancels(true);
        batch.addCancel(1, 505_880_037_215L);
        assertEquals("{\"type\":\"cancel\",\"cancels\":[{\"a\":1,\"o\":505880037215}],\"f\":true}", checkedJson());
    }

    @Test
    void shouldEncodeReplacementsByEitherId() {
        batch.beginModifies(false);
        batch.addModify(505_880_037_215L, 0, 0, 3, true, 10 * ONE, ONE, false, Tif.ALO, 0, 7);
        batch.addModify(ActionBatch.NO_OID, HIGH, LOW, 3, false, 11 * ONE, ONE, false, Tif.ALO, 0, 0);
        assertEquals(
                "{\"type\":\"batchModify\",\"modifies\":[{\"oid\":505880037215,\"order\":{\"a\":3,\"b\":true,\"p\":\"10\","
                        + "\"s\":\"1\",\"r\":false,\"t\":{\"limit\":{\"tif\":\"Alo\"}},"
                        + "\"c\":\"0x00000000000000000000000000000007\"}},"
                        + "{\"oid\":\"0x1e60610f0b3d420597c88c1fed2ad5ee\",\"order\":{\"a\":3,\"b\":false,\"p\":\"11\","
                        + "\"s\":\"1\",\"r\":false,\"t\":{\"limit\":{\"tif\":\"Alo\"}}}}]}",
                checkedJson());
        batch.beginModifies(true);
        batch.addModify(1, 0, 0, 0, true, ONE, ONE, true, Tif.GTC, 0, 0);
        assertEquals(
                "{\"type\":\"batchModify\",\"modifies\":[{\"oid\":1,\"order\":{\"a\":0,\"b\":true,\"p\":\"1\",\"s\":\"1\","
                        + "\"r\":true,\"t\":{\"limit\":{\"tif\":\"Gtc\"}}}}],\"a\":true}",
                checkedJson());
    }

    @Test
    void shouldEncodeActionsWithoutElements() {
        batch.scheduleCancel(1_790_232_241_546L);
        assertEquals("{\"type\":\"scheduleCancel\",\"time\":1790232241546}", checkedJson());
        batch.scheduleCancel(ActionBatch.NO_TIME);
        assertEquals("{\"type\":\"scheduleCancel\"}", checkedJson());
        batch.updateLeverage(7, true, 20);
        assertEquals("{\"type\":\"updateLeverage\",\"asset\":7,\"isCross\":true,\"leverage\":20}", checkedJson());
        batch.noop();
        assertEquals("{\"type\":\"noop\"}", checkedJson());
    }

    @Test
    void shouldAgreeInBothFormsAndFitTheRoomWhenActionsAreRandom() {
        final Random random = new Random(11);
        for (int i = 0; i < 2_000; i++) {
            fill(random);

            assertTrue(ActionMsgpack.encode(batch, buffer, 0) <= ActionMsgpack.maxLength(batch.size()));
            assertTrue(ActionJson.encode(batch, buffer, 0) <= ActionJson.maxLength(batch.size()));
            checkedJson();
        }
    }

    private void fill(final Random random) {
        final int kind = random.nextInt(4);
        final boolean flag = random.nextBoolean();
        switch (kind) {
            case 0 -> batch.beginOrders();
            case 1 -> batch.beginCancelsByCloid(flag);
            case 2 -> batch.beginCancels(flag);
            default -> batch.beginModifies(flag);
        }
        final int size = 1 + random.nextInt(batch.capacity());
        for (int i = 0; i < size; i++) {
            final int asset = random.nextInt() >>> random.nextInt(31) + 1;
            final long px = random.nextLong() >>> 1 + random.nextInt(62);
            final long high = random.nextInt(3) == 0 ? 0 : random.nextLong();
            final long low = random.nextInt(3) == 0 ? 0 : random.nextLong();
            final long oid = random.nextBoolean() ? ActionBatch.NO_OID : random.nextLong() >>> 1 + random.nextInt(60);
            final Tif tif = new Tif[] {Tif.ALO, Tif.IOC, Tif.GTC}[random.nextInt(3)];
            assertTrue(
                    switch (kind) {
                        case 0 -> batch.addOrder(asset, flag, px, px / 7, flag, tif, high, low);
                        case 1 -> batch.addCancelByCloid(asset, high, low);
                        case 2 -> batch.addCancel(asset, oid & Long.MAX_VALUE);
                        default -> batch.addModify(oid, low, high, asset, flag, px, 5, flag, tif, high, low);
                    });
        }
    }

    @Test
    void shouldAddNothingWhenBatchIsFullOrOfAnotherKind() {
        final ActionBatch small = new ActionBatch(1);
        small.beginCancels(true);
        assertFalse(small.addOrder(0, true, ONE, ONE, false, Tif.ALO, 0, 0));
        assertFalse(small.addCancelByCloid(0, 0, 1));
        assertFalse(small.addModify(1, 0, 0, 0, true, ONE, ONE, false, Tif.ALO, 0, 0));
        assertTrue(small.addCancel(0, 1));
        assertFalse(small.addCancel(0, 2));
        assertEquals(1, small.size());
        assertEquals(ActionKind.CANCEL, small.kind());
        small.noop();
        assertFalse(small.addCancel(0, 2));
        assertFalse(small.flagged());
        assertThrows(IllegalArgumentException.class, () -> new ActionBatch(0));
    }

    @Test
    void shouldWrapAnActionAsTheVenueReadsIt() {
        batch.noop();
        final Signature signature = new Signature();
        signature.r(0, 0xABCL);
        signature.r(3, 0x0123456789ABCDEFL);
        signature.s(1, -1L);
        signature.v(28);
        final String r = "0x0123456789abcdef" + "0".repeat(45) + "abc";
        final String s = "0x" + "0".repeat(32) + "f".repeat(16) + "0".repeat(16);
        final int length = PostEnvelope.encodePost(
                17, batch, 1_790_232_236_690L, signature, null, PostEnvelope.NO_EXPIRY, buffer, 5);

        assertEquals(
                "{\"method\":\"post\",\"id\":17,\"request\":{\"type\":\"action\",\"payload\":{\"action\":{\"type\":\"noop\"},"
                        + "\"nonce\":1790232236690,\"signature\":{\"r\":\"" + r + "\",\"s\":\"" + s
                        + "\",\"v\":28},\"vaultAddress\":null,\"expiresAfter\":null}}}",
                buffer.getStringWithoutLengthAscii(5, length));
        assertEquals(r, signature.rHex());
        assertEquals(s, signature.sHex());

        final byte[] vault = HexFormat.of().parseHex("1719884eb866cb12b2287399b15f7db5e7d775ea");
        final int body = PostEnvelope.encodeExchange(batch, 1, signature, vault, 1_790_232_239_690L, buffer, 0);

        assertEquals(
                "{\"action\":{\"type\":\"noop\"},\"nonce\":1,\"signature\":{\"r\":\"" + r + "\",\"s\":\"" + s
                        + "\",\"v\":28},\"vaultAddress\":\"0x1719884eb866cb12b2287399b15f7db5e7d775ea\","
                        + "\"expiresAfter\":1790232239690}",
                buffer.getStringWithoutLengthAscii(0, body));
        assertTrue(body <= PostEnvelope.maxLength(0));
    }

    @Test
    void shouldWriteCloidsWithLeadingZeros() {
        assertEquals(CloidText.LENGTH, CloidText.put(0, 15, buffer, 0));
        assertEquals("0x0000000000000000000000000000000f", buffer.getStringWithoutLengthAscii(0, 34));
        assertEquals("0x0000000000000000000000000000000f", CloidText.of(0, 15));
    }

    private String msgpack() {
        final byte[] bytes = new byte[ActionMsgpack.encode(batch, buffer, 3)];
        buffer.getBytes(3, bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private String json() {
        return buffer.getStringWithoutLengthAscii(1, ActionJson.encode(batch, buffer, 1));
    }

    /** The JSON, once it is known to stand for the same bytes as the MessagePack. */
    private String checkedJson() {
        final String json = json();
        final String packed = HexFormat.of()
                .formatHex(JsonMsgpack.encode(StrictJson.parse(json, false).root()));
        assertEquals(packed, msgpack());
        return json;
    }
}
