package io.halfspread.sim.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.halfspread.sim.exchange.TradeRecord;
import org.junit.jupiter.api.Test;

class CandlesTest {
    private static final long MINUTE_MS = 60_000;
    private static final long ONE = 100_000_000L;

    private final Candles candles = new Candles(1);

    @Test
    void shouldKeepAsManyMinutesAsTheVenueAndForgetTheOldest() {
        for (int minute = 1; minute <= Candles.MOST_MINUTES; minute++) {
            trade(minute);
        }
        assertEquals(Candles.MOST_MINUTES, count());
        assertEquals(MINUTE_MS, oldestMs());

        trade(Candles.MOST_MINUTES);
        assertEquals(Candles.MOST_MINUTES, count());
        assertEquals(MINUTE_MS, oldestMs());

        trade(Candles.MOST_MINUTES + 1);
        assertEquals(Candles.MOST_MINUTES, count());
        assertEquals(2 * MINUTE_MS, oldestMs());
    }

    private void trade(final int minute) {
        candles.add(new TradeRecord(0, true, ONE, ONE, minute * MINUTE_MS, "", minute, "", ""));
    }

    private int count() {
        return candles.between(0, CandleInterval.M1, 0, Long.MAX_VALUE).size();
    }

    private long oldestMs() {
        return candles.between(0, CandleInterval.M1, 0, Long.MAX_VALUE).get(0).openMs();
    }
}
