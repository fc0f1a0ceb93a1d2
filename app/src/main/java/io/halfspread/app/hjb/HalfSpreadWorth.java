package io.halfspread.app.hjb;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What another half spread of ours would bring with the tuning parameters as they are. It is wiring, not tuning; but where
 * quotes lie too far out to fill, no tuning parameter helps.
 *
 * @param now  half spread, bps
 * @param best the best one found, bps
 * @param then figures with it
 */
record HalfSpreadWorth(double now, double best, PolicyFigures then) {
    private static final int STEPS = 40;
    private static final double WIDEST = 8;
    private static final double GRAIN = 100;

    static HalfSpreadWorth of(final HjbResult result, final PolicyFigures before) {
        final double now = result.problem().halfSpreadBps();
        double best = now;
        PolicyFigures then = before;
        for (int i = -STEPS; i <= STEPS; i++) {
            final double candidate = Math.rint(now * Math.pow(WIDEST, (double) i / STEPS) * GRAIN) / GRAIN;
            final PolicyFigures found =
                    candidate > 0 ? PolicyFigures.of(result, result.problem().withHalfSpread(candidate)) : null;
            if (found != null && found.gapPct() + found.gapStationaryPct() < then.gapPct() + then.gapStationaryPct()) {
                best = candidate;
                then = found;
            }
        }
        return new HalfSpreadWorth(now, best, then);
    }

    Map<String, Object> json() {
        final Map<String, Object> out = new LinkedHashMap<>();
        out.put("now", now);
        out.put("best", best);
        out.put("after", then.json());
        return out;
    }
}
