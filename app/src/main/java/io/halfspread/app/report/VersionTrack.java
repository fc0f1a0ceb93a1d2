package io.halfspread.app.report;

import io.halfspread.engine.replay.ParamsVersion;
import io.halfspread.engine.tuning.TuningParam;
import io.halfspread.engine.tuning.TuningUpdate;
import io.halfspread.engine.tuning.TuningValues;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What happened under each parameter version: differences of the coins' sums between one change and the next. For one thread. */
final class VersionTrack {
    private final List<CoinFigures> coins;
    private final List<Row> closed = new ArrayList<>();
    private Open open;

    VersionTrack(final List<CoinFigures> coins) {
        this.coins = coins;
    }

    /**
     * One version.
     *
     * @param version   its number, source, hash and first event
     * @param fromNs    when it came into force
     * @param toNs      when the next one did, or the session ended
     * @param values    all values in force
     * @param changed   those that differ from the version before: from, to
     * @param coins     what happened under it, by instrument
     */
    record Row(
            ParamsVersion version,
            long fromNs,
            long toNs,
            Map<String, Double> values,
            Map<String, double[]> changed,
            List<CoinTotals> coins) {
        private Row only(final int[] shown) {
            final List<CoinTotals> kept = Arrays.stream(shown)
                    .filter(i -> i < coins.size())
                    .mapToObj(coins::get)
                    .toList();
            return new Row(version, fromNs, toNs, values, changed, kept);
        }
    }

    private record Open(
            ParamsVersion version,
            long fromNs,
            TuningValues values,
            Map<String, double[]> changed,
            List<CoinTotals> before) {}

    void onUpdate(final TuningUpdate update, final long sequence, final long nowNs) {
        final TuningValues before = open == null ? null : open.values();
        if (open != null) {
            closed.add(row(nowNs));
        }
        final Map<String, double[]> changed = new LinkedHashMap<>();
        for (final TuningParam param : TuningParam.values()) {
            final double to = update.values().value(param);
            if (before != null && before.value(param) != to) {
                changed.put(param.key(), new double[] {before.value(param), to});
            }
        }
        open = new Open(ParamsVersion.of(update, sequence), nowNs, update.values(), changed, totals());
    }

    /** All versions, the coins by the indices shown. */
    List<Row> rows(final long nowNs, final int[] shown) {
        final List<Row> rows = new ArrayList<>(closed);
        if (open != null) {
            rows.add(row(nowNs));
        }
        return rows.stream().map(row -> row.only(shown)).toList();
    }

    private Row row(final long nowNs) {
        final List<CoinTotals> now = totals();
        final List<CoinTotals> under = new ArrayList<>();
        for (int i = 0; i < now.size(); i++) {
            under.add(i < open.before().size() ? now.get(i).minus(open.before().get(i)) : now.get(i));
        }
        return new Row(open.version(), open.fromNs(), nowNs, open.values().byKey(), open.changed(), under);
    }

    private List<CoinTotals> totals() {
        return coins.stream().map(CoinFigures::totals).toList();
    }
}
