package io.halfspread.app.sweep.judge;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What to believe.
 *
 * @param distinguishable whether the winner is better than the default by more than luck at the level of {@link #LEVEL}
 * @param sentence        one plain sentence
 * @param forward         one on what choosing by the past would have brought
 * @param cautions        what else has to be known to read them, a sentence each
 */
public record Verdict(boolean distinguishable, String sentence, String forward, List<String> cautions) {
    /** Chance of luck below which a winner counts as distinguishable. */
    public static final double LEVEL = 0.05;

    /** Blocks below which nothing is told apart: resampling fewer gives errors that are too small. */
    public static final int LEAST_BLOCKS = 20;

    static Verdict of(
            final JudgedSet winner,
            final RealityCheck check,
            final Judgement.Sample sample,
            final WalkForward forward,
            final List<String> cautions) {
        final boolean tellable = sample.blocks() >= LEAST_BLOCKS;
        final boolean better = !winner.candidate().isBase()
                && winner.violation() == 0
                && winner.gain().value() > 0;
        final boolean distinguishable = tellable && better && check.chosen() < LEVEL;
        return new Verdict(
                distinguishable,
                sentence(winner, check, sample, distinguishable),
                forward(forward),
                List.copyOf(cautions));
    }

    private static String sentence(
            final JudgedSet winner,
            final RealityCheck check,
            final Judgement.Sample sample,
            final boolean distinguishable) {
        final String sets = String.format(Locale.ROOT, "%,d set%s", sample.tried(), sample.tried() == 1 ? "" : "s");
        final String gain =
                usd(winner.gain().value()) + " ± " + usd(winner.gain().half()) + " USD";
        if (winner.violation() > 0) {
            return "Neither the default nor any of the " + sets + " tried keeps the constraints.";
        }
        if (winner.candidate().isBase()) {
            return "The default is the best of the " + sets + " tried and itself.";
        }
        if (sample.blocks() < LEAST_BLOCKS) {
            return "Too little data to tell set " + winner.candidate().index() + " from the default: " + sample.blocks()
                    + " blocks of time, " + LEAST_BLOCKS + " are the least; its gain is " + gain + ".";
        }
        final String chance = "p = " + p(check.chosen()) + " over " + sets;
        return distinguishable
                ? "Set " + winner.candidate().index() + " is distinguishable from the default: " + chance
                        + "; its gain is " + gain + ", and luck alone seldom gives that much to the best of so many."
                : "No set is distinguishable from the default: " + chance + "; the best one's gain of " + gain
                        + " is within what that many tries of luck give.";
    }

    private static String forward(final WalkForward forward) {
        if (forward.splits().isEmpty()) {
            return "Too little data to choose on earlier blocks and judge on later ones.";
        }
        return "Chosen on earlier blocks and judged on later ones, over "
                + forward.splits().size() + " split"
                + (forward.splits().size() == 1 ? "" : "s") + ", the choice gained "
                + usd(forward.gain().value())
                + " ± " + usd(forward.gain().half()) + " USD above the default.";
    }

    private static String usd(final double value) {
        return fixed(value, 2);
    }

    private static String p(final double value) {
        return fixed(value, value < 0.1 ? 3 : 2);
    }

    private static String fixed(final double value, final int decimals) {
        return Double.isFinite(value)
                ? new BigDecimal(value)
                        .setScale(decimals, RoundingMode.HALF_EVEN)
                        .toPlainString()
                : "?";
    }

    Map<String, Object> json() {
        final Map<String, Object> json = new LinkedHashMap<>();
        json.put("distinguishable", distinguishable);
        json.put("sentence", sentence);
        json.put("walk_forward", forward);
        json.put("cautions", cautions);
        return json;
    }
}
