package io.halfspread.gateway.frames;

import org.agrona.DirectBuffer;

/** Reads {@code 2025-03-11T09:00:03.296545473}, UTC with or without a final Z, as nanoseconds since the epoch. */
final class IsoTime {
    static final long INVALID = Long.MIN_VALUE;

    private static final int SECONDS_LENGTH = 19;
    private static final String PATTERN = "dddd-dd-ddTdd:dd:dd";
    private static final long NS_PER_SECOND = 1_000_000_000L;
    private static final long SECONDS_PER_DAY = 86_400L;

    private IsoTime() {}

    static long parse(final DirectBuffer buffer, final int offset, final int length) {
        if (length < SECONDS_LENGTH || !matches(buffer, offset)) {
            return INVALID;
        }
        final int year = number(buffer, offset, 4);
        final int month = number(buffer, offset + 5, 2);
        final int day = number(buffer, offset + 8, 2);
        final int hour = number(buffer, offset + 11, 2);
        final int minute = number(buffer, offset + 14, 2);
        final int second = number(buffer, offset + 17, 2);
        final boolean inRange = year >= 1970
                && year <= 2261
                && month >= 1
                && month <= 12
                && day >= 1
                && day <= 31
                && hour < 24
                && minute < 60
                && second <= 60;
        final long fractionNs = fractionNs(buffer, offset + SECONDS_LENGTH, length - SECONDS_LENGTH);
        if (!inRange || fractionNs == INVALID) {
            return INVALID;
        }
        final long seconds = daysSinceEpoch(year, month, day) * SECONDS_PER_DAY + hour * 3600L + minute * 60L + second;
        return seconds * NS_PER_SECOND + fractionNs;
    }

    private static boolean matches(final DirectBuffer buffer, final int offset) {
        for (int i = 0; i < SECONDS_LENGTH; i++) {
            final byte b = buffer.getByte(offset + i);
            final char wanted = PATTERN.charAt(i);
            if (wanted == 'd' ? b < '0' || b > '9' : b != wanted) {
                return false;
            }
        }
        return true;
    }

    private static long fractionNs(final DirectBuffer buffer, final int offset, final int length) {
        int end = offset + length;
        if (length > 0 && buffer.getByte(end - 1) == 'Z') {
            end--;
        }
        if (end == offset) {
            return 0;
        }
        final int digits = end - offset - 1;
        if (buffer.getByte(offset) != '.' || digits < 1 || digits > 9) {
            return INVALID;
        }
        long ns = 0;
        for (int i = 0; i < 9; i++) {
            int digit = 0;
            if (i < digits) {
                digit = buffer.getByte(offset + 1 + i) - '0';
                if (digit < 0 || digit > 9) {
                    return INVALID;
                }
            }
            ns = ns * 10 + digit;
        }
        return ns;
    }

    private static int number(final DirectBuffer buffer, final int offset, final int digits) {
        int value = 0;
        for (int i = 0; i < digits; i++) {
            value = value * 10 + buffer.getByte(offset + i) - '0';
        }
        return value;
    }

    // Days of the proleptic Gregorian calendar, years counted from March.
    private static long daysSinceEpoch(final int year, final int month, final int day) {
        final long y = month > 2 ? year : year - 1L;
        final long dayOfYear = (153L * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
        return y * 365 + y / 4 - y / 100 + y / 400 + dayOfYear - 719_468;
    }
}
