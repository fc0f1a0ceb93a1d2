package io.halfspread.app.report;

import io.halfspread.app.console.Failure;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Two sessions side by side: the first diverging quote, figures and their differences, fills gained and lost, versions. */
public final class SessionComparison {
    private static final int LISTED = 10;

    private final ComparedSession a;
    private final ComparedSession b;
    private final FillMatch fills;
    private List<Divergence> divergences;

    private SessionComparison(final ComparedSession a, final ComparedSession b, final FillMatch fills) {
        this.a = a;
        this.b = b;
        this.fills = fills;
    }

    /**
     * Compares two captures.
     *
     * @param nameA  what the first is called
     * @param first  its folder
     * @param nameB  what the second is called
     * @param second its folder
     * @return the comparison
     * @throws Failure when one holds no outputs, or they trade other coins
     */
    public static SessionComparison of(final String nameA, final Path first, final String nameB, final Path second) {
        return of(ComparedSession.of("A", nameA, first), ComparedSession.of("B", nameB, second), false);
    }

    /**
     * Compares two sessions.
     *
     * @param a          the first
     * @param b          the second
     * @param sameMarket whether both ran on the same recorded events of the market, each of them
     * @return the comparison
     * @throws Failure when they trade other coins
     */
    public static SessionComparison of(final ComparedSession a, final ComparedSession b, final boolean sameMarket) {
        final List<String> coinsA = coins(a.track().figures());
        final List<String> coinsB = coins(b.track().figures());
        if (!coinsA.equals(coinsB)) {
            throw Failure.badInput("compare: " + a.name() + " has " + String.join(", ", coinsA) + ", " + b.name()
                    + " has " + String.join(", ", coinsB) + "; accepted: two sessions of the same coins");
        }
        return new SessionComparison(a, b, FillMatch.of(a, b, sameMarket));
    }

    private static List<String> coins(final Figures figures) {
        return figures.coins().stream().map(Figures.Coin::coin).sorted().toList();
    }

    /**
     * Coins that both trade.
     *
     * @return names, in the order of the first session
     */
    public List<String> coins() {
        return a.track().tradedCoins();
    }

    /**
     * Figures side by side.
     *
     * @param coin a coin, or null for the whole session
     * @return row by row
     */
    public List<DeltaRow> rows(final String coin) {
        return coin == null
                ? Deltas.of(a.track().figures(), b.track().figures())
                : Deltas.of(a.track().figures(coin), b.track().figures(coin));
    }

    /**
     * By how much the profit of the second session is higher, with its band over the minutes that both lasted.
     *
     * @param coin a coin, or null for the whole session
     * @return USD
     */
    public Estimate profitDelta(final String coin) {
        return SessionTrack.profitDelta(a.track(), b.track(), coin);
    }

    /**
     * The profit of both over time.
     *
     * @param coin a coin, or null for the whole session
     * @return a chart
     */
    public String equityChart(final String coin) {
        final Figures first = a.track().figures();
        final Charts charts = new Charts(first.firstNs(), first.lastNs());
        return coin == null
                ? charts.equities(
                        a.label(), first.curve(), b.label(), b.track().figures().curve())
                : charts.equities(
                        a.label(),
                        a.track().figures(coin).curve(),
                        b.label(),
                        b.track().figures(coin).curve());
    }

    /**
     * Where the two first want different quotes of a coin, and why. Looked for when it is first asked for.
     *
     * @return earliest first; coins whose quotes are the same all along are left out
     */
    public synchronized List<Divergence> divergences() {
        if (divergences == null) {
            divergences = Divergence.of(a, b);
        }
        return divergences;
    }

    /**
     * Fills that both have.
     *
     * @param coin a coin, or null for all
     * @return count
     */
    public long kept(final String coin) {
        return fills.kept(coin);
    }

    /**
     * Fills that both have, at different prices.
     *
     * @param coin a coin, or null for all
     * @return how many, and what the second session's prices brought it
     */
    public FillMatch.Repriced repriced(final String coin) {
        return fills.repriced(coin);
    }

    /**
     * Fills that both have, in words.
     *
     * @param count    how many
     * @param repriced those at different prices
     * @return a phrase
     */
    public static String kept(final long count, final FillMatch.Repriced repriced) {
        return Words.count(count) + " in both"
                + (repriced.count() == 0
                        ? ""
                        : ", " + Words.count(repriced.count()) + " of them at another price: "
                                + Words.signed(repriced.usd(), 4).replace('−', '-') + " USD");
    }

    /**
     * Fills that only the second session has, or more of.
     *
     * @param coin a coin, or null for all
     * @return with their causes
     */
    public FillMatch.Some gained(final String coin) {
        return fills.gained(coin);
    }

    /**
     * Fills that only the first session has, or more of.
     *
     * @param coin a coin, or null for all
     * @return with their causes
     */
    public FillMatch.Some lost(final String coin) {
        return fills.lost(coin);
    }

    /**
     * The comparison for programs.
     *
     * @return members in order
     */
    public Map<String, Object> json() {
        final Map<String, Object> json = new LinkedHashMap<>();
        json.put("a", a.name());
        json.put("b", b.name());
        json.put(
                "first_diverging_quote",
                divergences().isEmpty() ? null : divergences().get(0).json());
        json.put("total", members(rows(null)));
        json.put("pnl_delta", profitDelta(null).json());
        final Map<String, Object> byAsset = new LinkedHashMap<>();
        coins().forEach(coin -> byAsset.put(coin, json(coin)));
        json.put("by_asset", byAsset);
        json.put("fills", fillsJson(null));
        final Map<String, Object> versions = new LinkedHashMap<>();
        versions.put("a", a.track().figures().versionsJson());
        versions.put("b", b.track().figures().versionsJson());
        json.put("params_versions", versions);
        return json;
    }

    private Map<String, Object> json(final String coin) {
        final Map<String, Object> json = members(rows(coin));
        json.put("pnl_delta", profitDelta(coin).json());
        json.put(
                "first_diverging_quote",
                divergences().stream()
                        .filter(divergence -> divergence.coin().equals(coin))
                        .findFirst()
                        .map(Divergence::json)
                        .orElse(null));
        json.put("fills_matched", fillsJson(coin));
        return json;
    }

    private Map<String, Object> fillsJson(final String coin) {
        final Map<String, Object> matched = new LinkedHashMap<>();
        matched.put("kept", fills.kept(coin));
        matched.put("kept_at_other_price", fills.repriced(coin).count());
        matched.put("kept_price_usd", fills.repriced(coin).usd());
        matched.put("gained", fills.gained(coin).json());
        matched.put("lost", fills.lost(coin).json());
        return matched;
    }

    private static Map<String, Object> members(final List<DeltaRow> rows) {
        final Map<String, Object> json = new LinkedHashMap<>();
        rows.forEach(row -> json.put(row.name(), row.json()));
        return json;
    }

    /**
     * Prints the comparison for a person.
     *
     * @param out where
     */
    public void print(final PrintStream out) {
        heading(out, a);
        heading(out, b);
        printDivergence(out);
        out.println(String.format(
                Locale.ROOT,
                "%-8s %-22s %16s %16s %16s",
                "coin",
                "figure",
                a.label(),
                b.label(),
                b.label() + " - " + a.label()));
        if (coins().size() > 1) {
            print(out, "all", rows(null));
        }
        coins().forEach(coin -> print(out, coin, rows(coin)));
        printFills(out);
    }

    /**
     * Prints the first quote that differs, for a person.
     *
     * @param out where
     */
    public void printDivergence(final PrintStream out) {
        if (divergences().isEmpty()) {
            out.println("quotes      the same all along");
            return;
        }
        final Divergence first = divergences().get(0);
        out.println("quotes      differ first in " + first.coin() + " at " + Words.time(first.eventNs()) + " UTC ("
                + first.eventNs() + ")");
        out.println(String.format(Locale.ROOT, "  %-9s %s", a.label(), quotes(first.first())));
        out.println(String.format(Locale.ROOT, "  %-9s %s", b.label(), quotes(first.second())));
        first.causes().forEach(cause -> out.println("  cause     " + cause));
        divergences().stream()
                .skip(1)
                .forEach(later ->
                        out.println("            then in " + later.coin() + " at " + Words.time(later.eventNs())
                                + " UTC: " + later.causes().get(0)));
        coins().stream()
                .filter(coin -> divergences().stream().noneMatch(at -> at.coin().equals(coin)))
                .forEach(coin -> out.println("            never in " + coin));
    }

    /**
     * Prints which fills came and went, for a person.
     *
     * @param out where
     */
    public void printFills(final PrintStream out) {
        out.println("fills       " + kept(fills.kept(null), fills.repriced(null)));
        print(out, "gained", fills.gained(null));
        print(out, "lost", fills.lost(null));
    }

    private static void heading(final PrintStream out, final ComparedSession session) {
        final Figures figures = session.track().figures();
        out.println(String.format(Locale.ROOT, "%-11s ", session.label()) + session.name() + ": "
                + Words.time(figures.firstNs()) + " UTC, "
                + Words.duration(figures.seconds()) + ", " + figures.versions().size() + " parameter version"
                + (figures.versions().size() == 1 ? "" : "s"));
        figures.versions()
                .forEach(row ->
                        out.println("            version " + row.version().version() + " from "
                                + row.version().source() + ", sha256 "
                                + row.version().sha256().substring(0, 12) + "..: "
                                + Words.duration((row.toNs() - row.fromNs()) / 1e9)));
    }

    /**
     * Wanted quotes for a person.
     *
     * @param wanted the quotes
     * @return one line
     */
    public static String quotes(final WantedQuotes wanted) {
        final Map<String, Object> quotes = Divergence.quotes(wanted);
        return "event " + wanted.sequence() + ": bid " + side(quotes, "bid") + ", ask " + side(quotes, "ask");
    }

    private static String side(final Map<String, Object> quotes, final String side) {
        return quotes.get(side) == null ? "none" : quotes.get(side) + " x " + quotes.get(side + "_size");
    }

    private static void print(final PrintStream out, final String coin, final List<DeltaRow> rows) {
        rows.forEach(row -> out.println(String.format(
                Locale.ROOT,
                "%-8s %-22s %16s %16s %16s",
                coin,
                row.name(),
                number(row.first()),
                number(row.second()),
                number(row.delta()))));
    }

    private static String number(final Number value) {
        return value == null
                ? "-"
                : value instanceof Long whole
                        ? Words.count(whole)
                        : Words.fixed(value, 4).replace('−', '-');
    }

    private static void print(final PrintStream out, final String what, final FillMatch.Some some) {
        out.println(String.format(
                Locale.ROOT, "%-11s %d fills, %s USD", what, some.count(), Words.fixed(some.volume(), 2)));
        some.causes()
                .forEach(cause -> out.println(String.format(
                        Locale.ROOT,
                        "  %6d %14s USD  %s",
                        cause.count(),
                        Words.fixed(cause.volume(), 2),
                        cause.cause())));
        some.list().stream()
                .limit(LISTED)
                .forEach(fill -> out.println("            " + Words.time((Long) fill.get("venue_ns")) + " "
                        + fill.get("asset") + " " + fill.get("side") + " " + fill.get("size") + " at "
                        + fill.get("px") + ": " + fill.get("why")));
        if (some.count() > LISTED) {
            out.println("            and " + (some.count() - LISTED) + " more (--json lists twenty)");
        }
    }
}
