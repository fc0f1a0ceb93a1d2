package io.halfspread.app.live;

import io.halfspread.codec.event.GapReportDecoder;
import io.halfspread.codec.event.QuoteSource;
import io.halfspread.engine.hjb.ModelStaleness;
import io.halfspread.engine.tuning.TuningParam;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A gap report as lines for people: what the heuristic is worth against the best quotes, and what the search found. */
final class GapLines {
    /** Gap above which the log warns, percent. */
    static final double WARN_PCT = 10;

    private GapLines() {}

    /**
     * The lines of a report.
     *
     * @param report a report
     * @param coin   its instrument
     * @return two lines, and a warning when the model is stale or the gap is large
     */
    static List<String> of(final GapReportDecoder report, final String coin) {
        final List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "Background HJB Optimization Complete: Heuristic_Value=%.4f, Optimal_Value=%.4f, Gap=%.2f%%"
                        + " [%s: GapStat=%s%%, Loss=%s USD/h%s, band %s..%s%%, policy %d, parameters %d]",
                report.heuristicValue(),
                report.optimalValue(),
                report.gapPct(),
                coin,
                number("%.2f", report.stationaryGapPct()),
                number("%.4f", report.lossUsdPerHour()),
                report.source() == QuoteSource.HEURISTIC
                        ? ""
                        : " (as traded " + number("%.4f", report.tradedLossUsdPerHour()) + ")",
                number("%.2f", report.gapLowPct()),
                number("%.2f", report.gapHighPct()),
                report.policyVersion(),
                report.paramsVersion()));
        lines.add("Optimal Control (from grid search): " + control(report));
        if (Math.abs(report.modelZ()) > ModelStaleness.LIMIT) {
            lines.add(String.format(
                    Locale.ROOT,
                    "WARN %s model stale: what was earned is %.1f standard errors off what it foretold; tables get no weight",
                    coin,
                    report.modelZ()));
        }
        if (report.gapPct() > WARN_PCT) {
            lines.add(String.format(
                    Locale.ROOT,
                    "WARN %s gap %.2f%% is above %.0f%%%s",
                    coin,
                    report.gapPct(),
                    WARN_PCT,
                    hint(report)));
        }
        return lines;
    }

    private static String control(final GapReportDecoder report) {
        final double bid = report.searchBidBps();
        final double ask = report.searchAskBps();
        if (report.searchTakerBuyRate() > 0 || report.searchTakerSellRate() > 0) {
            return String.format(
                    Locale.ROOT,
                    "ControlVector[\u03b4^b=%s, \u03b4^a=%s, \u03bd^b=%.3f, \u03bd^a=%.3f]",
                    bps(bid),
                    bps(ask),
                    report.searchTakerBuyRate(),
                    report.searchTakerSellRate());
        }
        return String.format(
                Locale.ROOT,
                "ControlVector[\u03b4^b=%s, \u03b4^a=%s, spread=%s, asymmetry=%s]",
                bps(bid),
                bps(ask),
                bps(bid + ask),
                bps(ask - bid));
    }

    private static String hint(final GapReportDecoder report) {
        final int id = report.strongestParam();
        return id == GapReportDecoder.strongestParamNullValue() || id >= TuningParam.COUNT
                ? ""
                : ": " + TuningParam.values()[id].key() + " moves it most";
    }

    private static String bps(final double value) {
        return Double.isNaN(value) ? "none" : String.format(Locale.ROOT, "%.1fbps", value);
    }

    private static String number(final String format, final double value) {
        return Double.isNaN(value)
                ? "unknown"
                : String.format(Locale.ROOT, format, value + 0.0).replaceFirst("^-(0\\.0*)$", "$1");
    }
}
