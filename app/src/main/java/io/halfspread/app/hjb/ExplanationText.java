package io.halfspread.app.hjb;

import io.halfspread.codec.text.JsonOutput;
import io.halfspread.engine.hjb.HjbInput;
import io.halfspread.engine.hjb.LossAttribution;
import io.halfspread.engine.tuning.TuningParam;
import java.util.Locale;

/** An explanation as a person reads it. */
final class ExplanationText {
    private static final double PERCENT = 100;
    private static final int INPUTS_IN_A_LINE = 4;

    private final HjbExplanation of;
    private final StringBuilder text = new StringBuilder();

    private ExplanationText(final HjbExplanation of) {
        this.of = of;
    }

    static String of(final HjbExplanation explanation) {
        final ExplanationText text = new ExplanationText(explanation);
        text.headline();
        text.band();
        text.where();
        text.parameters();
        text.together();
        text.inputs();
        return text.text.toString().stripTrailing();
    }

    private void headline() {
        final HjbCase problem = of.result().problem();
        final PolicyFigures now = of.before();
        line("here             q %s lots, signal %s", plain(problem.lots()), plain(problem.signal()));
        line(
                "gap              %.2f %% here, %.2f %% where it spends its time, %s %% without end",
                now.gapPct(), now.gapStationaryPct(), orNone("%.2f", now.gapEndlessPct()));
        final LossAttribution loss = of.result().heuristic().attribution();
        final double whole = loss.bid() + loss.ask() + loss.taker();
        line(
                "loses            %.5f lot bps/s%s: bids %s, asks %s, takers %s",
                now.lossPerS(),
                usd(now),
                share(loss.bid(), whole),
                share(loss.ask(), whole),
                share(loss.taker(), whole));
        line("earns            %.5f lot bps/s, %.3g fills/h in the model", now.earnsPerS(), now.fillsPerHour());
        if (!Double.isNaN(of.regretSharePct())) {
            line("regret           %.2f %% of all there is to gain over doing nothing, from here", of.regretSharePct());
        }
    }

    private void band() {
        final UncertainGap band = of.band();
        if (band == null) {
            line("band             none: the case names no standard errors");
            return;
        }
        if (band.low()[0] <= band.high()[0]) {
            line("band             %s", ends(band.low(), band.high()));
            line("                 one standard error of A, k, beta, theta at a time");
        }
        line("any input        %s", ends(band.anyLow(), band.anyHigh()));
        line(
                "                 one standard error of one input at a time%s%s",
                band.widest() == null ? "" : "; most by " + band.widest().key(),
                band.skipped() == 0 ? "" : "; " + band.skipped() + " moved models could not be solved");
    }

    private static String ends(final double[] low, final double[] high) {
        return String.format(
                Locale.ROOT,
                "%.2f to %.2f %% here, %.2f to %.2f %% stationary, %.5f to %.5f lot bps/s lost",
                low[0],
                high[0],
                low[1],
                high[1],
                low[2],
                high[2]);
    }

    private void where() {
        line("");
        line("Where it loses most");
        line(
                "%7s %7s %8s %8s %9s %9s %9s %9s %8s %8s",
                "q", "signal", "time", "of loss", "bid bps", "best", "ask bps", "best", "taker/s", "best");
        for (final WorstState state : of.worst()) {
            line(
                    "%7d %7.3f %6.2f %% %6.2f %% %9s %9s %9s %9s %8.3f %8.3f",
                    state.lots(),
                    state.signal(),
                    PERCENT * state.time(),
                    PERCENT * state.share(),
                    orNone("%.3f", state.bid()),
                    orNone("%.3f", state.bestBid()),
                    orNone("%.3f", state.ask()),
                    orNone("%.3f", state.bestAsk()),
                    state.taker(),
                    state.bestTaker());
        }
    }

    private void parameters() {
        line("");
        line("What one parameter brings if only it changes");
        line("  %-36s %9s %12s %9s %11s %9s", "", "now", "slope", "change to", "gap then", "");
        for (final ParameterWorth worth : of.worth()) {
            final boolean stays = worth.best() == worth.now();
            line(
                    "  %-36s %9s %12s %9s %9.2f %% %s",
                    worth.param().key(),
                    JsonOutput.number(worth.now()),
                    String.format(Locale.ROOT, "%.3e", worth.slope()),
                    stays ? "stays" : JsonOutput.number(worth.best()),
                    worth.then().gapStationaryPct(),
                    usd(worth.then()));
        }
        line(
                "  slope: lot bps/s a unit. The filter's two parameters shape the signal itself: judge them by how well it");
        line("  predicts, not by this gap.");
        final HalfSpreadWorth half = of.halfSpread();
        line("");
        if (half.best() == half.now()) {
            line(
                    "Our half spread (wiring): %s bps, slope %.3e; no other is better.",
                    plain(half.now()), of.baseSlope());
        } else if (half.then().hardlyFills()) {
            line("Our half spread (wiring): %s bps; none both fills and earns in this model.", plain(half.now()));
        } else {
            line(
                    "Our half spread (wiring): %s bps, slope %.3e; with %s bps gap %.2f %%, %.3g fills/h%s",
                    plain(half.now()),
                    of.baseSlope(),
                    plain(half.best()),
                    half.then().gapStationaryPct(),
                    half.then().fillsPerHour(),
                    usd(half.then()));
        }
        if (of.before().hardlyFills()) {
            line(
                    "  Quotes lie so far out that they hardly ever fill: no tuning parameter mends that, and gaps mean little.");
        }
    }

    private void together() {
        line("");
        final HjbSuggestion all = of.suggestion();
        line(
                "All together: stationary gap %.2f %% -> %.2f %%, loses %.5f -> %.5f lot bps/s%s",
                all.before().gapStationaryPct(),
                all.after().gapStationaryPct(),
                all.before().lossPerS(),
                all.after().lossPerS(),
                usd(all.after()));
        for (final TuningParam param : all.to().differingFrom(all.from())) {
            line(
                    "  %-36s %s -> %s",
                    param.key(),
                    JsonOutput.number(all.from().value(param)),
                    JsonOutput.number(all.to().value(param)));
        }
        line(all.changesSomething() ? "  hjb suggest writes these values as a file." : "  Nothing better was found.");
    }

    private void inputs() {
        line("");
        line("The model");
        final StringBuilder row = new StringBuilder();
        int inRow = 0;
        for (final HjbInput input : HjbInput.values()) {
            final String error = of.result().problem().standardErrors().containsKey(input)
                    ? " +- " + short4(of.result().problem().standardErrors().get(input))
                    : "";
            row.append(String.format(
                    Locale.ROOT,
                    "  %-28s",
                    input.key() + " " + short4(of.result().problem().model().value(input)) + error + " "
                            + input.unit()));
            if (++inRow % INPUTS_IN_A_LINE == 0) {
                line("%s", row.toString().stripTrailing());
                row.setLength(0);
            }
        }
        line("%s", row.toString().stripTrailing());
    }

    private static String short4(final double value) {
        return value == Math.rint(value) ? plain(value) : String.format(Locale.ROOT, "%.4g", value);
    }

    private static String plain(final double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }

    private static String usd(final PolicyFigures figures) {
        return Double.isNaN(figures.lotNotionalUsd())
                ? ""
                : String.format(Locale.ROOT, " = %.4f USD/h", figures.lossUsdPerHour());
    }

    private static String share(final double part, final double whole) {
        return whole == 0 ? "-" : String.format(Locale.ROOT, "%.1f %%", PERCENT * part / whole);
    }

    private static String orNone(final String format, final double value) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, format, value);
    }

    private void line(final String format, final Object... values) {
        text.append(values.length == 0 ? format : String.format(Locale.ROOT, format, values))
                .append(System.lineSeparator());
    }
}
