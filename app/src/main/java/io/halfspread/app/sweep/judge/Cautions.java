package io.halfspread.app.sweep.judge;

import io.halfspread.app.sweep.space.Dimension;
import io.halfspread.app.sweep.space.Space;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What makes a verdict less than it seems. */
final class Cautions {
    private static final int FEW_BLOCKS = 100;
    private static final int LESS_TRADE = 2;

    private Cautions() {}

    static List<String> of(
            final Space space,
            final JudgedSet winner,
            final JudgedSet base,
            final Judgement.Sample sample,
            final JudgeSettings settings) {
        final List<String> cautions = new ArrayList<>();
        if (settings.steered()) {
            cautions.add(
                    "The search was led by the same data: p is too small, and what was judged on later blocks had been"
                            + " looked at. Judge the winner again on captures that the search has not seen.");
        }
        if (sample.blocks() < FEW_BLOCKS) {
            cautions.add(sample.blocks() + " blocks are few: error bars are too small.");
        }
        if (winner.candidate().isBase()) {
            if (base.totals().makerFills() + base.totals().takerFills() == 0) {
                cautions.add("The default never traded: it is the best where trading loses, and equal to every set that"
                        + " does not trade either.");
            }
            return cautions;
        }
        final List<String> edges = edges(space, winner);
        if (!edges.isEmpty()) {
            cautions.add("The winner lies at the end of the range of " + String.join(", ", edges)
                    + ": better values may lie beyond.");
        }
        final long traded = winner.totals().makerFills() + winner.totals().takerFills();
        final long usual = base.totals().makerFills() + base.totals().takerFills();
        if (traded * LESS_TRADE < usual && base.totals().pnl() < 0) {
            cautions.add(String.format(
                    Locale.ROOT,
                    "The winner trades less, %,d fills against %,d of a default that loses: not trading would gain %.2f USD.",
                    traded,
                    usual,
                    -base.totals().pnl()));
        }
        return cautions;
    }

    private static List<String> edges(final Space space, final JudgedSet winner) {
        final List<String> edges = new ArrayList<>();
        for (final Dimension dimension : space.varying()) {
            if (dimension.kind() != Dimension.Kind.CHOICE) {
                final Object value = winner.candidate().values().get(dimension.name());
                final double place = dimension.place(value);
                if (place <= 0 || place >= 1) {
                    edges.add(dimension.name());
                }
            }
        }
        return edges;
    }
}
