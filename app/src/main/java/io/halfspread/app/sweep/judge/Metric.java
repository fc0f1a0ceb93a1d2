package io.halfspread.app.sweep.judge;

import io.halfspread.codec.text.NearestName;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Figures by which objectives and constraints are stated. */
public enum Metric {
    /** Profit. */
    PNL("USD", "profit, net of fees, funding included, at the last mid", Totals::pnl),
    /** Profit of trading away from the mid. */
    SPREAD(
            "USD",
            "what trading away from the mid brought",
            totals -> usd(totals.profit().spread())),
    /** Profit of holding. */
    INVENTORY(
            "USD",
            "what holding the position brought",
            totals -> usd(totals.profit().inventory())),
    /** Fees. */
    FEES("USD", "fees paid; negative for rebates", totals -> usd(totals.profit().fees())),
    /** Funding. */
    FUNDING("USD", "funding received", totals -> usd(totals.profit().funding())),
    /** Maker fills. */
    FILLS("", "fills of resting orders", Totals::makerFills),
    /** Taker fills. */
    TAKER_FILLS("", "fills that crossed the market", Totals::takerFills),
    /** Volume. */
    VOLUME("USD", "value traded", Totals::volume),
    /** Quotes. */
    QUOTES("", "quotes placed or modified", Totals::quotes),
    /** Commands. */
    COMMANDS("", "commands of any kind that count against the venue's request budget", Totals::commands),
    /** Drawdown. */
    DRAWDOWN("USD", "deepest fall of the profit from its highest point, within a capture", Totals::drawdown),
    /** Position. */
    POSITION_USD("USD", "value of the positions whatever their side, mean over time", Totals::positionUsd),
    /** Time at the touch. */
    TOUCH("", "share of the time with an order at the best price, mean of both sides", Totals::touch),
    /** Markout. */
    MARKOUT_5S("bps", "mean markout of maker fills after five seconds, before fees", Totals::markoutBps),
    /** Profit per drawdown. */
    PNL_PER_DRAWDOWN(
            "",
            "profit over drawdown, which counts as a cent at least",
            totals -> totals.pnl() / Math.max(0.01, totals.drawdown())),
    /** Profit per volume. */
    PNL_PER_VOLUME(
            "bps",
            "profit over the value traded; 0 without trades",
            totals -> totals.volume() > 0 ? totals.pnl() / totals.volume() * 1e4 : 0);

    private final String unit;
    private final String meaning;
    private final ToDoubleFunction<Totals> figure;

    Metric(final String unit, final String meaning, final ToDoubleFunction<Totals> figure) {
        this.unit = unit;
        this.meaning = meaning;
        this.figure = figure;
    }

    private static double usd(final long decimal8) {
        return decimal8 / 1e8;
    }

    /**
     * The metric of a name.
     *
     * @param name as objectives state it
     * @return the metric, null when nothing has that name
     */
    static Metric of(final String name) {
        return Arrays.stream(values())
                .filter(metric -> metric.text().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** What to say of a name that no metric has. */
    static String unknown(final String name) {
        final List<String> known = Arrays.stream(values()).map(Metric::text).toList();
        return "metric '" + name + "' is unknown; the nearest known one is " + NearestName.of(name, known);
    }

    /**
     * Name in objectives, constraints and tables.
     *
     * @return lower case
     */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Unit of the figure.
     *
     * @return the unit, empty when it has none
     */
    public String unit() {
        return unit;
    }

    /**
     * What the figure is.
     *
     * @return one phrase
     */
    public String meaning() {
        return meaning;
    }

    /**
     * The figure.
     *
     * @param totals what a candidate came to
     * @return the value, NaN when there is none
     */
    public double of(final Totals totals) {
        return figure.applyAsDouble(totals);
    }

    /**
     * All figures.
     *
     * @param totals what a candidate came to
     * @return values by name
     */
    public static Map<String, Object> json(final Totals totals) {
        final Map<String, Object> json = new LinkedHashMap<>();
        Arrays.stream(values()).forEach(metric -> json.put(metric.text(), metric.of(totals)));
        return json;
    }

    /**
     * The table of figures as it stands in the guide.
     *
     * @return a table in Markdown
     */
    public static String markdown() {
        final StringBuilder table = new StringBuilder("| metric | unit | what it is |\n|---|---|---|\n");
        for (final Metric metric : values()) {
            table.append("| `").append(metric.text()).append("` | ");
            table.append(metric.unit()).append(metric.unit().isEmpty() ? "| " : " | ");
            table.append(metric.meaning()).append(" |\n");
        }
        return table.toString();
    }
}
