package io.halfspread.codec.hyperliquid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfspread.codec.json.JsonCursor;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

class LevelReaderTest {
    private static final int ROUNDS = 12_000;
    private static final String ODD = "\"\\{}[],:0123456789-.eE+ \n/\u007f";

    private final SplittableRandom random = new SplittableRandom(20_261_125);
    private final JsonCursor quick = new JsonCursor();
    private final JsonCursor general = new JsonCursor();
    private final LevelReader quickReader = new LevelReader();
    private final LevelReader generalReader = new LevelReader();
    private final BookSide quickSide = new BookSide();
    private final BookSide generalSide = new BookSide();

    @Test
    void shouldReadWhatTheGeneralPathReadsAndRefuseItTheSameWhenBytesAreChanged() {
        int accepted = 0;
        int refused = 0;
        for (int round = 0; round < ROUNDS; round++) {
            final byte[] text = side(random.nextInt(24)).getBytes(StandardCharsets.ISO_8859_1);
            for (int changes = random.nextInt(3); changes > 0; changes--) {
                text[random.nextInt(text.length)] = (byte)
                        (random.nextInt(8) == 0 ? random.nextInt(256) : ODD.charAt(random.nextInt(ODD.length())));
            }
            final int length = random.nextInt(6) == 0 ? random.nextInt(text.length + 1) : text.length;

            final String expected = readGenerally(text, length);

            assertEquals(
                    expected, readQuickly(text, length), () -> new String(text, 0, length, StandardCharsets.UTF_8));
            if (expected.startsWith("0 ")) {
                accepted++;
            } else {
                refused++;
            }
        }
        assertTrue(accepted > ROUNDS / 4 && refused > ROUNDS / 4, accepted + " accepted, " + refused + " refused");
    }

    @Test
    void shouldReadAShorterTextThanTheOneBeforeToItsEndOnly() {
        final byte[] text = side(20).getBytes(StandardCharsets.US_ASCII);
        for (int length = 0; length <= text.length; length++) {
            final String expected = readGenerally(text, length);

            readQuickly(text, text.length);

            assertEquals(expected, readQuickly(text, length));
        }
    }

    private String readQuickly(final byte[] text, final int length) {
        wrap(quick, text, length);
        quickSide.clear();
        if (quick.enterArray()) {
            quickReader.readAll(quick, quickSide);
        }
        return state(quick, quickSide);
    }

    private String readGenerally(final byte[] text, final int length) {
        wrap(general, text, length);
        generalSide.clear();
        if (general.enterArray()) {
            while (general.nextElement()) {
                generalReader.readAny(general, generalSide);
            }
        }
        return state(general, generalSide);
    }

    /** Both cursors read behind something else each time, which must make no difference. */
    private void wrap(final JsonCursor cursor, final byte[] text, final int length) {
        final byte[] before = new byte[length + JsonCursor.READ_AHEAD];
        Arrays.fill(before, (byte) ODD.charAt(random.nextInt(ODD.length())));
        cursor.wrap(new UnsafeBuffer(before), 0, before.length);
        cursor.wrap(new UnsafeBuffer(text), 0, length);
    }

    private String side(final int levels) {
        final StringBuilder text = new StringBuilder("[");
        for (int i = 0; i < levels; i++) {
            text.append(i == 0 ? "" : ",").append("{\"px\":\"").append(number());
            text.append("\",\"sz\":\"").append(number()).append("\",\"n\":").append(orders());
            text.append('}');
        }
        return text.append(']').toString();
    }

    private String number() {
        final int decimals = random.nextInt(random.nextInt(300) == 0 ? 11 : 9);
        final boolean small = decimals > 0 && random.nextInt(4) == 0;
        final StringBuilder text = new StringBuilder();
        text.append(small ? 0 : 1 + random.nextLong(1L << random.nextInt(1, 34)));
        for (int i = 1; i <= decimals; i++) {
            text.append(i == 1 ? "." : "").append(i == decimals ? 1 + random.nextInt(9) : random.nextInt(10));
        }
        return text.toString();
    }

    private String orders() {
        return Long.toString(random.nextLong(1L << random.nextInt(1, 12)));
    }

    private static String state(final JsonCursor cursor, final BookSide side) {
        final StringBuilder text = new StringBuilder().append(cursor.fault()).append(' ');
        text.append(cursor.faultPosition()).append(' ').append(cursor.position());
        for (int i = 0; i < side.size(); i++) {
            text.append(' ').append(side.px(i)).append(':').append(side.sz(i)).append(':');
            text.append(side.orders(i));
        }
        return text.toString();
    }
}
