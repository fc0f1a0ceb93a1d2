package io.halfspread.app.sweep;

import io.halfspread.app.sweep.judge.Totals;
import io.halfspread.app.sweep.run.CaptureRef;
import io.halfspread.app.sweep.run.CoinOutcome;
import io.halfspread.app.sweep.run.Outcome;
import io.halfspread.app.sweep.space.Candidate;
import io.halfspread.app.sweep.space.Dimension;
import io.halfspread.app.sweep.space.Scored;
import io.halfspread.app.sweep.space.Space;
import io.halfspread.app.sweep.table.Column;
import io.halfspread.app.sweep.table.ResultTable;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Outcomes as rows: one a candidate, capture and coin, one a candidate and capture over all coins, one a candidate over all
 * captures. Columns of the space are empty where the candidate is as the base.
 */
final class ResultRows {
    private static final double SECOND_NS = 1e9;

    private final Space space;
    private final List<CaptureRef> captures;
    private final ResultTable table;

    ResultRows(final Space space, final List<CaptureRef> captures) {
        this.space = space;
        this.captures = captures;
        this.table = new ResultTable(columns(space));
    }

    private static List<Column> columns(final Space space) {
        final List<Column> columns = new ArrayList<>(List.of(
                new Column("level", Column.Type.TEXT),
                new Column("candidate", Column.Type.WHOLE),
                new Column("capture", Column.Type.TEXT),
                new Column("coin", Column.Type.TEXT),
                new Column("share", Column.Type.REAL)));
        for (final Dimension dimension : space.dimensions()) {
            columns.add(new Column(dimension.name(), type(dimension)));
        }
        for (final String name : List.of("pnl", "spread", "inventory", "fees", "funding", "volume", "drawdown")) {
            columns.add(new Column(name + "_usd", Column.Type.DECIMAL8));
        }
        for (final String name : List.of("maker_fills", "taker_fills", "quotes", "commands")) {
            columns.add(new Column(name, Column.Type.WHOLE));
        }
        columns.addAll(List.of(
                new Column("mean_abs_position_usd", Column.Type.REAL),
                new Column("mean_abs_position", Column.Type.REAL),
                new Column("position", Column.Type.DECIMAL8),
                new Column("mid", Column.Type.DECIMAL8),
                new Column("market_s", Column.Type.REAL),
                new Column("time_at_touch", Column.Type.REAL),
                new Column("markout_5s_bps", Column.Type.REAL),
                new Column("inputs", Column.Type.WHOLE),
                new Column("replay_hash", Column.Type.TEXT),
                new Column("score", Column.Type.REAL),
                new Column("violation", Column.Type.REAL)));
        return columns;
    }

    private static Column.Type type(final Dimension dimension) {
        return switch (dimension.kind()) {
            case REAL -> Column.Type.REAL;
            case WHOLE -> Column.Type.WHOLE;
            case CHOICE ->
                dimension.choices().stream().allMatch(String.class::isInstance)
                        ? Column.Type.TEXT
                        : dimension.choices().stream().allMatch(Long.class::isInstance)
                                ? Column.Type.WHOLE
                                : Column.Type.REAL;
        };
    }

    /** Adds what a candidate gave on all captures, in their order. */
    void add(final Scored scored, final List<Outcome> outcomes) {
        for (final Outcome outcome : outcomes) {
            final String capture = captures.get(outcome.key().capture()).name();
            for (final CoinOutcome coin : outcome.coins()) {
                add("coin", scored, capture, coin.coin(), List.of(of(outcome, coin)));
            }
            add("capture", scored, capture, "all", List.of(outcome));
        }
        add("candidate", scored, "all", "all", outcomes);
    }

    /** The part of an outcome that one coin gave. */
    private static Outcome of(final Outcome outcome, final CoinOutcome coin) {
        return new Outcome(
                outcome.key(),
                outcome.candidateKey(),
                outcome.blockNs(),
                outcome.inputs(),
                outcome.replayHash(),
                coin.risk().drawdown(),
                List.of(coin));
    }

    private void add(
            final String level,
            final Scored scored,
            final String capture,
            final String coin,
            final List<Outcome> outcomes) {
        final Totals totals = Totals.of(outcomes);
        final CoinOutcome own = level.equals("coin") ? outcomes.get(0).coins().get(0) : null;
        final Scored score = level.equals("candidate") ? scored : null;
        final List<Object> cells =
                new ArrayList<>(List.of(level, scored.candidate().index(), capture, coin, scored.share()));
        values(scored.candidate(), cells);
        cells.addAll(List.of(
                totals.profit().total(),
                totals.profit().spread(),
                totals.profit().inventory(),
                totals.profit().fees(),
                totals.profit().funding(),
                volume(outcomes),
                outcomes.stream().mapToLong(Outcome::drawdown).max().orElse(0),
                totals.makerFills(),
                totals.takerFills(),
                totals.quotes(),
                totals.commands(),
                totals.positionUsd()));
        cells.add(own == null ? null : finite(own.risk().meanAbsPosition()));
        cells.add(own == null ? null : own.risk().position());
        cells.add(own == null ? null : own.risk().mid());
        cells.add(own == null ? null : finite(own.market().ns() / SECOND_NS));
        cells.add(finite(totals.touch()));
        cells.add(finite(totals.markoutBps()));
        cells.add(own == null ? outcomes.stream().mapToLong(Outcome::inputs).sum() : null);
        cells.add(
                level.equals("capture")
                        ? HexFormat.of().toHexDigits(outcomes.get(0).replayHash())
                        : null);
        cells.add(score == null ? null : finite(score.score()));
        cells.add(score == null ? null : finite(score.violation()));
        table.add(cells.toArray());
    }

    private static long volume(final List<Outcome> outcomes) {
        long volume = 0;
        for (final Outcome outcome : outcomes) {
            for (final CoinOutcome coin : outcome.coins()) {
                volume += coin.traffic().volume();
            }
        }
        return volume;
    }

    private void values(final Candidate candidate, final List<Object> cells) {
        for (int i = 0; i < space.dimensions().size(); i++) {
            final Dimension dimension = space.dimensions().get(i);
            final Object value = candidate.values().get(dimension.name());
            cells.add(
                    value instanceof Number number && type(dimension) == Column.Type.REAL
                            ? finite(number.doubleValue())
                            : value);
        }
    }

    private static Double finite(final double value) {
        return Double.isFinite(value) ? value : null;
    }

    ResultTable table() {
        return table;
    }
}
