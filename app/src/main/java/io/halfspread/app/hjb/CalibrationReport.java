package io.halfspread.app.hjb;

import io.halfspread.engine.calibration.CalibratedModel;
import io.halfspread.engine.hjb.HjbInput;
import io.halfspread.engine.tuning.TuningParam;
import io.halfspread.engine.tuning.TuningValues;
import java.io.PrintStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Calibrated models and gaps, for programs and for people. */
public final class CalibrationReport {
    private static final HjbInput[] ESTIMATED = {
        HjbInput.AB,
        HjbInput.AA,
        HjbInput.KB,
        HjbInput.KA,
        HjbInput.C,
        HjbInput.THETA,
        HjbInput.SX,
        HjbInput.BETA,
        HjbInput.EPS
    };
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final long SECOND_NS = 1_000_000_000L;

    private CalibrationReport() {}

    /**
     * Everything of every coin.
     *
     * @param log what was collected
     * @return members in order
     */
    public static Map<String, Object> json(final CalibrationLog log) {
        final Map<String, Object> coins = new LinkedHashMap<>();
        for (final CalibrationLog.CoinModel coin : log.coins()) {
            if (coin.latest() != null) {
                final CalibratedModel model = coin.latest().model();
                final Map<String, Object> json = new LinkedHashMap<>();
                json.put("model", model(coin, log.params()));
                json.put("sigma", model.sigma());
                json.put("sigmaError", model.sigmaError());
                json.put("queueFactor", model.queueFactor());
                json.put("queueFactorError", model.queueError());
                json.put("ownFills", model.ownFills());
                json.put("models", coin.models());
                json.put("gaps", coin.gaps().stream().map(GapPoint::json).toList());
                coins.put(coin.coin(), json);
            }
        }
        return coins;
    }

    /**
     * One coin's model as the other verbs read it.
     *
     * @param coin   a coin with a model
     * @param params tuning parameters in force
     * @return members in order
     */
    public static Map<String, Object> model(final CalibrationLog.CoinModel coin, final TuningValues params) {
        final CalibratedModel model = coin.latest().model();
        final Map<String, Object> inputs = new LinkedHashMap<>();
        final Map<String, Object> errors = new LinkedHashMap<>();
        for (final HjbInput input : HjbInput.values()) {
            inputs.put(input.key(), model.value(input));
            final Double error = model.standardErrors().get(input);
            if (error != null && Double.isFinite(error)) {
                errors.put(input.key(), error);
            }
        }
        final Map<String, Object> heuristic = new LinkedHashMap<>();
        heuristic.put("base", coin.halfSpreadBps());
        for (final TuningParam param : TuningParam.values()) {
            heuristic.put(param.key(), params.value(param));
        }
        final Map<String, Object> json = new LinkedHashMap<>();
        json.put("inputs", inputs);
        json.put("heuristicParams", heuristic);
        json.put("lotNotionalUsd", coin.latest().lotUsd());
        json.put("standardErrors", errors);
        return json;
    }

    /**
     * The same for a person.
     *
     * @param log what was collected
     * @param out where
     */
    public static void print(final CalibrationLog log, final PrintStream out) {
        for (final CalibrationLog.CoinModel coin : log.coins()) {
            if (coin.latest() == null) {
                line(out, "%s: no model (no book, or nothing configured to trade)", coin.coin());
                continue;
            }
            estimates(coin, out);
            gaps(coin.gaps(), out);
            out.println();
        }
    }

    private static void estimates(final CalibrationLog.CoinModel coin, final PrintStream out) {
        final CalibratedModel model = coin.latest().model();
        line(
                out,
                "%s: %d models, a lot is worth %.2f USD, %d own fills",
                coin.coin(),
                coin.models(),
                coin.latest().lotUsd(),
                model.ownFills());
        line(out, "  %-12s %14s %14s", "estimate", "value", "s.e.");
        line(out, "  %-12s %14.5g %14.3g  bps per root second", "sigma", model.sigma(), model.sigmaError());
        for (final HjbInput input : ESTIMATED) {
            line(
                    out,
                    "  %-12s %14.5g %14.3g  %s",
                    input.key(),
                    model.value(input),
                    model.standardErrors().getOrDefault(input, Double.NaN),
                    input.unit());
        }
        line(out, "  %-12s %14.5g %14.3g  in Ab and Aa", "R", model.queueFactor(), model.queueError());
        line(
                out,
                "  %-12s %14.5g %14s  bps;  phi %.3g, f %.3g, tick %.3g bps",
                "halfSpread",
                model.value(HjbInput.HALF_SPREAD),
                "",
                model.value(HjbInput.PHI),
                model.value(HjbInput.F),
                model.value(HjbInput.DMIN));
    }

    private static void gaps(final List<GapPoint> gaps, final PrintStream out) {
        line(
                out,
                "  %-9s %7s %7s %11s %11s %8s %19s %9s %11s %11s %7s",
                "UTC",
                "q",
                "x",
                "heuristic",
                "optimum",
                "gap %",
                "band",
                "stat %",
                "loss USD/h",
                "traded",
                "z");
        for (final GapPoint gap : gaps) {
            line(
                    out,
                    "  %-9s %7.2f %7.3f %11.5f %11.5f %8.2f %9.2f..%8.2f %9.2f %11.5f %11.5f %7.2f",
                    TIME.format(Instant.ofEpochSecond(gap.asOfNs() / SECOND_NS)),
                    gap.inventoryLots(),
                    gap.signal(),
                    gap.heuristicValue(),
                    gap.optimalValue(),
                    gap.gapPct(),
                    gap.gapLowPct(),
                    gap.gapHighPct(),
                    gap.stationaryGapPct(),
                    gap.lossUsdPerHour(),
                    gap.tradedLossUsdPerHour(),
                    gap.modelZ());
        }
    }

    private static void line(final PrintStream out, final String format, final Object... args) {
        out.println(String.format(Locale.ROOT, format, args));
    }
}
