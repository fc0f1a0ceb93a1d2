package io.halfspread.app.report;

import java.util.LinkedHashMap;
import java.util.Map;

/** What each figure of a report means. The same words stand in docs/reports.md. */
public final class Formulas {
    private static final Map<String, String> ALL = all();

    private Formulas() {}

    /** Meaning by the name of the figure, in order. */
    static Map<String, String> byName() {
        return ALL;
    }

    /**
     * The formulas as they stand in the guide.
     *
     * @return a Markdown table
     */
    public static String markdown() {
        final StringBuilder table = new StringBuilder("| figure | what it is |\n|---|---|\n");
        ALL.forEach((name, meaning) -> table.append("| ")
                .append(name)
                .append(" | ")
                .append(meaning.replace("|", "\\|"))
                .append(" |\n"));
        return table.toString();
    }

    private static Map<String, String> all() {
        final Map<String, String> all = new LinkedHashMap<>();
        all.put(
                "Mid",
                "m = (best bid + best ask) / 2 of the merged book, without our own orders where the venue shows them.");
        all.put(
                "Profit",
                "cash of all fills + position * m - fees + funding, as the engine sums it: spread + inventory - fees +"
                        + " funding, to the last digit.");
        all.put(
                "Spread captured",
                "sum over fills of s * (m - p): s the signed size (above 0 bought), p the price, m the mid at the fill.");
        all.put(
                "Inventory",
                "sum over changes of the mid of position * change. A position that the session took over counts from the"
                        + " account's entry price.");
        all.put("Fees", "what the venue's fills say, else the configured rates; rebates are below 0 and add.");
        all.put("Funding", "payments received less payments made.");
        all.put("Drawdown", "the deepest fall of the profit from its highest point before, over every event.");
        all.put(
                "Fill",
                "one execution; a maker fill is one of our resting orders, a taker fill one of our own taking.");
        all.put(
                "Fill ratio",
                "quotes that traded at least once / quotes placed or modified. A modified order is a new quote.");
        all.put(
                "Time quoted, time at touch",
                "share of the time with a two-sided market in which our order rested on a side, and in which it rested at"
                        + " the best price of the others or better.");
        all.put(
                "Market spread, quoted spread",
                "(best ask - best bid) / m, and (our ask - our bid) / m while both rest; means over time, bps.");
        all.put("Captured", "spread captured / value traded, bps: what each USD traded away from the mid brought.");
        all.put(
                "Effective spread",
                "2 * d * (m - p) / m of a maker fill, d = 1 when we bought and -1 when we sold, m the mid at the fill; mean"
                        + " over fills, bps.");
        all.put(
                "Markout at h",
                "d * (m at h after the fill - p) / p: the mid in force then, which is the last one before it; mean over"
                        + " maker fills, bps. Fills younger than h at the end of the session are left out.");
        all.put("Realised spread at h", "2 * markout at h: what the effective spread kept of itself.");
        all.put(
                "Band",
                "mean ± 1.96 * standard error. Fills that come together are not independent: those in one stretch of h"
                        + " (at least 1 s) are one cluster; with n fills, mean x and K clusters of sums S and counts c the"
                        + " standard error is sqrt(K/(K-1) * sum of (S - c*x)^2) / n. No band with fewer than two clusters; with"
                        + " fewer than about thirty it is too narrow.");
        all.put(
                "Inventory distribution",
                "share of the session's time by position; percentiles and means are over time too.");
        all.put(
                "Reasons",
                "share of the session's time for which the newest decision gave the reason, by side; \"not quoted\" when it"
                        + " wanted no quote on that side.");
        all.put(
                "Under a version",
                "the differences of all sums between the event that brought the parameters into force and the next such"
                        + " event, or the end.");
        all.put(
                "Latency",
                "from receiving an event to handing the order it caused to the socket, where orders left the process. A"
                        + " replay and a paper session send none.");
        all.put(
                "Curves",
                "at most " + Curve.CAPACITY
                        + " windows of equal length (100 ms, doubled until the session fits), each with"
                        + " its last values and the least and largest profit within it. Drawdown, means and shares come from"
                        + " every event, not from the curve.");
        return all;
    }
}
