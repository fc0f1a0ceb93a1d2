package io.halfspread.app.report;

import io.halfspread.app.replay.Markouts;
import io.halfspread.codec.event.Side;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the maker fills of one coin were worth, at once and later, by side. For one thread. */
final class FillFigures {
    private static final long LEAST_CLUSTER_NS = 1_000_000_000L;
    private static final double BPS = 1e4;

    private final BySide[] all = {new BySide(), new BySide(), new BySide()};

    /** Which fills. */
    enum Which {
        /** Bids that were hit. */
        BID("bids"),
        /** Asks that were lifted. */
        ASK("asks"),
        /** Both. */
        BOTH("both");

        private final String words;

        Which(final String words) {
            this.words = words;
        }

        String words() {
            return words;
        }

        String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Figures of the fills of one side or both.
     *
     * @param which     which fills
     * @param effective twice the distance of the price to the mid before the fill, bps of that mid
     * @param markouts  mean markout by horizon, bps of the price
     */
    record Row(Which which, Estimate effective, List<Estimate> markouts) {
        Map<String, Object> json() {
            final Map<String, Object> later = new LinkedHashMap<>();
            final Map<String, Object> realised = new LinkedHashMap<>();
            for (int i = 0; i < markouts.size(); i++) {
                later.put(Markouts.horizons().get(i), markouts.get(i).json());
                realised.put(Markouts.horizons().get(i), markouts.get(i).twice().json());
            }
            final Map<String, Object> json = new LinkedHashMap<>();
            json.put("effective_spread_bps", effective.json());
            json.put("realised_spread_bps", realised);
            json.put("markouts_bps", later);
            return json;
        }
    }

    void onFill(final Side side, final long nowNs, final long px, final long mid) {
        final double distance = (double) (side == Side.BID ? mid - px : px - mid) / mid * BPS;
        all[side.value()].effective.add(nowNs, 2 * distance);
        all[Which.BOTH.ordinal()].effective.add(nowNs, 2 * distance);
    }

    void onMarkout(final Side side, final int horizon, final long fillNs, final double bps) {
        all[side.value()].markouts.get(horizon).add(fillNs, bps);
        all[Which.BOTH.ordinal()].markouts.get(horizon).add(fillNs, bps);
    }

    List<Row> rows() {
        final List<Row> rows = new ArrayList<>();
        for (final Which which : Which.values()) {
            final BySide sums = all[which.ordinal()];
            rows.add(new Row(
                    which,
                    sums.effective.estimate(),
                    sums.markouts.stream().map(ClusteredMean::estimate).toList()));
        }
        return rows;
    }

    /** Sums of one side. */
    private static final class BySide {
        final ClusteredMean effective = new ClusteredMean(LEAST_CLUSTER_NS);
        final List<ClusteredMean> markouts = new ArrayList<>();

        BySide() {
            for (int i = 0; i < Markouts.horizons().size(); i++) {
                markouts.add(new ClusteredMean(Math.max(LEAST_CLUSTER_NS, Markouts.horizonNs(i))));
            }
        }
    }
}
