package io.halfspread.app.rehearsal;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.agrona.concurrent.UnsafeBuffer;

/** Frames of a market whose touch climbs and falls by steps, each of which moves both quotes: books of 20 levels a side. */
final class StageBooks {
    /** Coin of all frames. */
    static final String COIN = "STAGE";

    private static final int STEPS = 5;
    private static final int LEVELS = 20;
    private static final BigDecimal BID = new BigDecimal("39.991");
    /** More than twice the tolerance of a quote. */
    private static final BigDecimal STEP = new BigDecimal("0.018");

    private static final BigDecimal TICK = new BigDecimal("0.001");
    private static final String HEAD = "{\"channel\":\"l2Book\",\"data\":{\"coin\":\"" + COIN + "\",\"time\":";
    private static final int TIME_DIGITS = 13;

    private final UnsafeBuffer[] books = new UnsafeBuffer[STEPS];
    private int number;

    StageBooks() {
        for (int i = 0; i < STEPS; i++) {
            final BigDecimal bid = BID.add(STEP.multiply(BigDecimal.valueOf(i)));
            final String text = HEAD + "0".repeat(TIME_DIGITS) + ",\"levels\":[[" + side(bid, TICK.negate(), i) + "],["
                    + side(bid.add(TICK), TICK, i + STEPS) + "]]}}";
            books[i] = new UnsafeBuffer(text.getBytes(StandardCharsets.US_ASCII));
        }
    }

    private static String side(final BigDecimal touch, final BigDecimal step, final int shift) {
        final StringBuilder text = new StringBuilder();
        for (int i = 0; i < LEVELS; i++) {
            text.append(i == 0 ? "" : ",")
                    .append("{\"px\":\"")
                    .append(touch.add(step.multiply(BigDecimal.valueOf(i))).toPlainString())
                    .append("\",\"sz\":\"")
                    .append((i * 37 + shift * 11) % 900 + 10)
                    .append('.')
                    .append(i % 9 + 1)
                    .append("\",\"n\":")
                    .append(i % 7 + 1)
                    .append('}');
        }
        return text.toString();
    }

    /** The next book, as of a time. */
    UnsafeBuffer next(final long epochMs) {
        final int place = number++ % (2 * (STEPS - 1));
        final UnsafeBuffer book = books[place < STEPS ? place : 2 * (STEPS - 1) - place];
        book.putNaturalPaddedIntAscii(HEAD.length(), TIME_DIGITS - 9, (int) (epochMs / 1_000_000_000L));
        book.putNaturalPaddedIntAscii(HEAD.length() + TIME_DIGITS - 9, 9, (int) (epochMs % 1_000_000_000L));
        return book;
    }
}
