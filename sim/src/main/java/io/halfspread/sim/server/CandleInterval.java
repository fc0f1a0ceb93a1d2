package io.halfspread.sim.server;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Lengths of candles. */
enum CandleInterval {
    M1("1m", 1),
    M3("3m", 3),
    M5("5m", 5),
    M15("15m", 15),
    M30("30m", 30),
    H1("1h", 60),
    H2("2h", 120),
    H4("4h", 240),
    H8("8h", 480),
    H12("12h", 720),
    D1("1d", 1440),
    D3("3d", 4320),
    W1("1w", 10_080),
    MONTH("1M", 0);

    private static final long MINUTE_MS = 60_000;

    private final String text;
    private final long ms;

    CandleInterval(final String text, final long minutes) {
        this.text = text;
        this.ms = minutes * MINUTE_MS;
    }

    /** The interval of a name, or null. */
    static CandleInterval of(final String text) {
        for (final CandleInterval interval : values()) {
            if (interval.text.equals(text)) {
                return interval;
            }
        }
        return null;
    }

    String text() {
        return text;
    }

    /** First millisecond of the candle that holds a time. */
    long openMs(final long timeMs) {
        return this == MONTH ? monthOf(timeMs, 0) : timeMs - timeMs % ms;
    }

    /** Last millisecond of the candle that holds a time. */
    long closeMs(final long timeMs) {
        return (this == MONTH ? monthOf(timeMs, 1) : openMs(timeMs) + ms) - 1;
    }

    private static long monthOf(final long timeMs, final int later) {
        final LocalDate day =
                Instant.ofEpochMilli(timeMs).atZone(ZoneOffset.UTC).toLocalDate();
        return day.withDayOfMonth(1)
                .plusMonths(later)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant()
                .toEpochMilli();
    }
}
