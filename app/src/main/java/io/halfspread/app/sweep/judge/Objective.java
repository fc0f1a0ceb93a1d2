package io.halfspread.app.sweep.judge;

import io.halfspread.app.console.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is to be made large: a sum of metrics with weights, such as {@code pnl - 0.5*drawdown}. Immutable.
 *
 * @param text  as it was stated
 * @param terms its terms
 */
public record Objective(String text, List<Term> terms) {
    /** Profit, net of fees. */
    public static final Objective PNL = of("pnl");

    private static final String NUMBER = "(?:0|[1-9][0-9]{0,8})(?:\\.[0-9]{1,9})?";

    /**
     * A metric with its weight.
     *
     * @param weight any number
     * @param metric the metric
     */
    public record Term(double weight, Metric metric) {}

    /**
     * Reads an objective.
     *
     * @param text for example {@code pnl}, {@code pnl - 0.5*drawdown}, {@code pnl_per_drawdown}
     * @return the objective
     * @throws Failure when it is not one
     */
    public static Objective of(final String text) {
        final Matcher term = Pattern.compile("\\s*([+-]?)\\s*(?:(" + NUMBER + ")\\s*\\*\\s*)?([a-z][a-z0-9_]*)\\s*")
                .matcher(text);
        final List<Term> terms = new ArrayList<>();
        int at = 0;
        while (at < text.length() && term.find(at) && term.start() == at) {
            if (!terms.isEmpty() && term.group(1).isEmpty()) {
                break;
            }
            final Metric metric = Metric.of(term.group(3));
            if (metric == null) {
                throw Failure.badInput("objective '" + text + "': " + Metric.unknown(term.group(3)));
            }
            final double weight = term.group(2) == null ? 1 : Double.parseDouble(term.group(2));
            terms.add(new Term("-".equals(term.group(1)) ? -weight : weight, metric));
            at = term.end();
        }
        if (terms.isEmpty() || at < text.length()) {
            throw Failure.badInput("objective '" + text + "' cannot be read from character " + (at + 1)
                    + " on; accepted: metrics with weights, like pnl - 0.5*drawdown");
        }
        return new Objective(text.strip(), List.copyOf(terms));
    }

    /**
     * The value.
     *
     * @param totals what a candidate came to
     * @return more is better; NaN when a metric has no value
     */
    public double of(final Totals totals) {
        double sum = 0;
        for (final Term term : terms) {
            sum += term.weight() * term.metric().of(totals);
        }
        return sum;
    }
}
