package io.halfspread.engine.replay;

import io.halfspread.codec.decimal.FixedMath;
import io.halfspread.codec.event.AssetContextDecoder;
import java.util.Arrays;

/**
 * Funding as the venue pays it: every hour on the hour, position times oracle price times hourly rate, both as the newest
 * recorded context before the hour has them (hyperliquid.md 6.4). Without a context nothing is paid.
 */
final class ModelledFunding {
    private static final long HOUR_NS = 3_600_000_000_000L;
    private static final long DAY_NS = 24 * HOUR_NS;
    private static final long NONE = Long.MIN_VALUE;

    private final ModelledPositions positions;
    private final ModelledEvents events;
    private long[] rates = new long[0];
    private long[] oraclePxs = new long[0];
    private long nextHourNs = NONE;
    private boolean paying;

    ModelledFunding(final ModelledPositions positions, final ModelledEvents events) {
        this.positions = positions;
        this.events = events;
    }

    void startPaying() {
        paying = true;
    }

    void onContext(final AssetContextDecoder context) {
        final int instrument = context.instrument();
        if (instrument >= rates.length) {
            final int known = rates.length;
            rates = Arrays.copyOf(rates, Math.max(16, Integer.highestOneBit(instrument) * 2));
            oraclePxs = Arrays.copyOf(oraclePxs, rates.length);
            Arrays.fill(rates, known, rates.length, NONE);
            Arrays.fill(oraclePxs, known, oraclePxs.length, NONE);
        }
        if (context.funding() != AssetContextDecoder.fundingNullValue()) {
            rates[instrument] = context.funding();
        }
        if (context.oraclePx() != AssetContextDecoder.oraclePxNullValue()) {
            oraclePxs[instrument] = context.oraclePx();
        }
    }

    /** Pays for the hours that ended up to a moment; of a gap longer than a day, for those of its last day. */
    void onTime(final long nowNs) {
        if (nowNs < nextHourNs) {
            return;
        }
        if (nextHourNs == NONE) {
            nextHourNs = hourAfter(nowNs);
            return;
        }
        nextHourNs = Math.max(nextHourNs, hourAfter(nowNs - DAY_NS));
        while (nextHourNs <= nowNs) {
            if (paying) {
                events.nowNs(nextHourNs);
                pay();
            }
            nextHourNs += HOUR_NS;
        }
    }

    private void pay() {
        for (int i = 0; i < rates.length; i++) {
            final long position = positions.get(i);
            if (position != 0 && rates[i] != NONE && oraclePxs[i] != NONE) {
                final long value = FixedMath.multiply(oraclePxs[i], position);
                events.funding(i, nextHourNs, -FixedMath.multiplyRatio(value, rates[i]), position, rates[i]);
            }
        }
    }

    private static long hourAfter(final long nowNs) {
        return (Math.floorDiv(nowNs, HOUR_NS) + 1) * HOUR_NS;
    }
}
