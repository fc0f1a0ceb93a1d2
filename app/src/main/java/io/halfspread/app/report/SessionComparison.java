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

    private final String nameA;
    private final String nameB;
    private final Figures a;
    private final Figures b;
    private final Divergence divergence;
    private final FillMatch fills;

    private SessionComparison(
            final String nameA,
            final String nameB,
            final Figures a,
            final Figures b,
            final Divergence divergence,
            final FillMatch fills) {
        this.nameA = nameA;
        this.nameB = nameB;
        this.a = a;
        this.b = b;
        this.divergence = divergence;
        this.fills = fills;
    }

    /**
     * Compares two captures.
     *
     * @param nameA what the first is called
     * @param first its folder
     * @param nameB what the second is called
     * @param second its folder
     * @return the comparison
     * @throws Failure when one holds no outputs, or they trade other coins
     */
    public static SessionComparison of(final String nameA, final Path first, final String nameB, final Path second) {
        final Figures a = Report.of(first).figures();
        final Figures b = Report.of(second).figures();
        if (!coins(a).equals(coins(b))) {
            throw Failure.badInput("compare: " + nameA + " has " + String.join(", ", coins(a)) + ", " + nameB + " has "
                    + String.join(", ", coins(b)) + "; accepted: two sessions of the same coins");
        }
        return new SessionComparison(nameA, nameB, a, b, Divergence.of(first, second), FillMatch.of(first, second));
    }

    private static List<String> coins(final Figures figures) {
        return figures.coins().stream().map(Figures.Coin::coin).sorted().toList();
    }

    private Figures.Coin inB(final String coin) {
        return b.coins().stream()
                .filter(other -> other.coin().equals(coin))
                .findFirst()
                .orElseThrow();
    }

    /**
     * The comparison for programs.
     *
     * @return members in order
     */
    public Map<String, Object> json() {
        final Map<String, Object> json = new LinkedHashMap<>();
        json.put("a", nameA);
        json.put("b", nameB);
        json.put("first_diverging_quote", divergence == null ? null : divergence.json());
        json.put("total", rows(Deltas.of(a, b)));
        final Map<String, Object> byAsset = new LinkedHashMap<>();
        a.coins().forEach(coin -> byAsset.put(coin.coin(), rows(Deltas.of(coin, inB(coin.coin())))));
        json.put("by_asset", byAsset);
        final Map<String, Object> matched = new LinkedHashMap<>();
        matched.put("kept", fills.kept());
        matched.put("gained", fills.gained().json());
        matched.put("lost", fills.lost().json());
        json.put("fills", matched);
        final Map<String, Object> versions = new LinkedHashMap<>();
        versions.put("a", a.versionsJson());
        versions.put("b", b.versionsJson());
        json.put("params_versions", versions);
        return json;
    }

    private static Map<String, Object> rows(final List<Deltas.Row> rows) {
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
        heading(out, "A", nameA, a);
        heading(out, "B", nameB, b);
        if (divergence == null) {
            out.println("quotes      the same all along");
        } else {
            out.println("quotes      differ first in " + divergence.coin() + " at " + Words.time(divergence.eventNs())
                    + " UTC (" + divergence.eventNs() + ")");
            out.println("  A         " + quotes(divergence.first()));
            out.println("  B         " + quotes(divergence.second()));
            divergence.causes().forEach(cause -> out.println("  cause     " + cause));
        }
        out.println(String.format(Locale.ROOT, "%-8s %-22s %16s %16s %16s", "coin", "figure", "A", "B", "B - A"));
        if (a.coins().size() > 1) {
            print(out, "all", Deltas.of(a, b));
        }
        a.coins().forEach(coin -> print(out, coin.coin(), Deltas.of(coin, inB(coin.coin()))));
        out.println("fills       " + fills.kept() + " in both");
        print(out, "gained", fills.gained());
        print(out, "lost", fills.lost());
    }

    private static void heading(final PrintStream out, final String letter, final String name, final Figures figures) {
        out.println(letter + "           " + name + ": " + Words.time(figures.firstNs()) + " UTC, "
                + Words.duration(figures.seconds()) + ", " + figures.versions().size() + " parameter version"
                + (figures.versions().size() == 1 ? "" : "s"));
        figures.versions()
                .forEach(row ->
                        out.println("            version " + row.version().version() + " from "
                                + row.version().source() + ", sha256 "
                                + row.version().sha256().substring(0, 12) + "..: "
                                + Words.duration((row.toNs() - row.fromNs()) / 1e9)));
    }

    private static String quotes(final QuoteStream.Wanted wanted) {
        final Map<String, Object> quotes = Divergence.quotes(wanted);
        return "event " + wanted.sequence() + ": bid " + side(quotes, "bid") + ", ask " + side(quotes, "ask");
    }

    private static String side(final Map<String, Object> quotes, final String side) {
        return quotes.get(side) == null ? "none" : quotes.get(side) + " x " + quotes.get(side + "_size");
    }

    private static void print(final PrintStream out, final String coin, final List<Deltas.Row> rows) {
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
        some.list().stream()
                .limit(LISTED)
                .forEach(fill -> out.println("            " + Words.time((Long) fill.get("venue_ns")) + " "
                        + fill.get("asset") + " " + fill.get("side") + " " + fill.get("size") + " at "
                        + fill.get("px")));
        if (some.count() > LISTED) {
            out.println("            and " + (some.count() - LISTED) + " more (--json lists twenty)");
        }
    }
}
