package io.halfspread.bench.decode;

/** Where the libraries put what they read: the same numbers at the same exponent as our events. */
final class BookNumbers {
    final long[] px = new long[40];
    final long[] sz = new long[40];
    final long[] orders = new long[40];
    String coin;
    long timeMs;
    int levels;

    static long decimal8(final String text) {
        long value = 0;
        int decimals = -1;
        for (int i = 0; i < text.length(); i++) {
            final char c = text.charAt(i);
            if (c == '.') {
                decimals = 0;
            } else {
                value = value * 10 + c - '0';
                decimals += decimals >= 0 ? 1 : 0;
            }
        }
        return scale(value, Math.max(decimals, 0));
    }

    static long decimal8(final char[] text, final int offset, final int length) {
        long value = 0;
        int decimals = -1;
        for (int i = offset; i < offset + length; i++) {
            final char c = text[i];
            if (c == '.') {
                decimals = 0;
            } else {
                value = value * 10 + c - '0';
                decimals += decimals >= 0 ? 1 : 0;
            }
        }
        return scale(value, Math.max(decimals, 0));
    }

    private static long scale(final long value, final int decimals) {
        long scaled = value;
        for (int i = decimals; i < 8; i++) {
            scaled *= 10;
        }
        return scaled;
    }

    long sum() {
        long sum = timeMs + levels;
        for (int i = 0; i < levels; i++) {
            sum = sum * 31 + px[i] + sz[i] + orders[i];
        }
        return sum;
    }
}
