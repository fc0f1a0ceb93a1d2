package io.halfspread.bench.decode;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;

/**
 * Synthetic 20 + 20 level book frames in the venue's wire form, seeded: coins of different tick, sizes of 1 to 5 decimals,
 * order counts of 1 or 2 digits. About 2,000 bytes each, as the venue's are.
 */
final class BookFrames {
    static final int COUNT = 512;

    private static final String[] COINS = {"BTC", "ETH", "SOL", "kTEST"};
    private static final long[] TOUCH_TICKS = {84_143, 26_279, 83_137, 50_317};
    private static final int[] DECIMALS = {0, 1, 3, 6};

    private final SplittableRandom random;

    BookFrames(final long seed) {
        random = new SplittableRandom(seed);
    }

    byte[][] next() {
        final byte[][] frames = new byte[COUNT][];
        for (int i = 0; i < COUNT; i++) {
            frames[i] = frame(i).getBytes(StandardCharsets.US_ASCII);
        }
        return frames;
    }

    private String frame(final int number) {
        final int coin = number % COINS.length;
        final StringBuilder out = new StringBuilder(2_300);
        out.append("{\"channel\":\"l2Book\",\"data\":{\"coin\":\"").append(COINS[coin]);
        out.append("\",\"time\":").append(1_790_232_236_546L + 500L * number).append(",\"levels\":[[");
        side(out, coin, -1);
        out.append("],[");
        side(out, coin, 1);
        return out.append("]]}}").toString();
    }

    private void side(final StringBuilder out, final int coin, final int direction) {
        long ticks = TOUCH_TICKS[coin] + random.nextInt(200) + direction;
        for (int i = 0; i < 20; i++) {
            out.append(i == 0 ? "" : ",").append("{\"px\":\"");
            decimal(out, ticks, DECIMALS[coin]);
            out.append("\",\"sz\":\"");
            decimal(out, 1 + random.nextLong(random.nextInt(4) == 0 ? 10_000_000 : 200_000), 5 - coin);
            out.append("\",\"n\":")
                    .append(1 + random.nextInt(random.nextInt(3) == 0 ? 30 : 9))
                    .append('}');
            ticks += direction * (1 + random.nextInt(3));
        }
    }

    private static void decimal(final StringBuilder out, final long unscaled, final int decimals) {
        final String digits = String.valueOf(unscaled);
        final String padded = "0".repeat(Math.max(0, decimals + 1 - digits.length())) + digits;
        final int point = padded.length() - decimals;
        String fraction = padded.substring(point);
        while (fraction.length() > 1 && fraction.endsWith("0")) {
            fraction = fraction.substring(0, fraction.length() - 1);
        }
        out.append(padded, 0, point).append('.').append(fraction.isEmpty() ? "0" : fraction);
    }
}
