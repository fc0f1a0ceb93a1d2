package io.halfspread.app.sweep.judge;

import io.halfspread.app.console.Failure;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A limit on a metric.
 *
 * @param metric the metric
 * @param least  whether the limit is the least that is allowed; otherwise the most
 * @param limit  the limit, itself allowed
 */
public record Constraint(Metric metric, boolean least, double limit) {
    private static final Pattern FORM =
            Pattern.compile("\\s*([a-z][a-z0-9_]*)\\s*(<=|>=)\\s*(-?(?:0|[1-9][0-9]{0,11})(?:\\.[0-9]{1,9})?)\\s*");

    /**
     * Reads a constraint.
     *
     * @param text for example {@code drawdown<=5}
     * @return the constraint
     * @throws Failure when it is not one
     */
    public static Constraint of(final String text) {
        final Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw Failure.badInput("constraint '" + text + "' cannot be read; accepted: METRIC<=NUMBER or"
                    + " METRIC>=NUMBER, like drawdown<=5");
        }
        final Metric metric = Metric.of(form.group(1));
        if (metric == null) {
            throw Failure.badInput("constraint '" + text + "': " + Metric.unknown(form.group(1)));
        }
        return new Constraint(metric, form.group(2).equals(">="), Double.parseDouble(form.group(3)));
    }

    /**
     * By how much it is broken.
     *
     * @param totals what a candidate came to
     * @return share of the limit, which counts as 1 at least; 0 when it holds, infinity when the metric has no value
     */
    public double violation(final Totals totals) {
        final double value = metric.of(totals);
        if (Double.isNaN(value)) {
            return Double.POSITIVE_INFINITY;
        }
        return Math.max(0, least ? limit - value : value - limit) / Math.max(1, Math.abs(limit));
    }

    /** As it is stated. */
    @Override
    public String toString() {
        return metric.text() + (least ? ">=" : "<=") + (limit == Math.rint(limit) ? (Object) (long) limit : limit);
    }
}
