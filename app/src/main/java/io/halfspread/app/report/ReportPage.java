package io.halfspread.app.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The report as one HTML file without scripts and without anything from elsewhere. */
final class ReportPage {
    private static final int SHOWN_SHA = 12;

    private final Provenance provenance;
    private final Figures figures;
    private final Charts charts;
    private final String coins;
    private final Html html;

    ReportPage(final Provenance provenance, final Figures figures) {
        this.provenance = provenance;
        this.figures = figures;
        charts = new Charts(figures.firstNs(), figures.lastNs());
        coins = figures.coins().stream().map(Figures.Coin::coin).collect(Collectors.joining(", "));
        html = Html.page("Halfspread: " + coins);
    }

    String html() {
        head();
        if (figures.coins().size() > 1) {
            overview();
        }
        figures.coins().forEach(coin -> new CoinSection(html, charts, coin).write());
        versions();
        latency();
        provenance();
        formulas();
        return html.endPage("The same figures as JSON: <code>" + Report.JSON
                + "</code> beside this file, or <code>halfspread report CAPTURE --json</code>.");
    }

    private void head() {
        html.text(
                "h1",
                coins + ": " + figures.kind().toLowerCase(Locale.ROOT) + ", " + Words.duration(figures.seconds()));
        html.raw("<p class=\"soft\">")
                .words(Words.time(figures.firstNs()) + " to " + Words.time(figures.lastNs()) + " UTC")
                .raw("</p>\n<nav>");
        if (figures.coins().size() > 1) {
            figures.coins()
                    .forEach(coin -> html.raw("<a href=\"#coin-")
                            .words(coin.coin())
                            .raw("\">")
                            .words(coin.coin())
                            .raw("</a>"));
        }
        html.raw("<a href=\"#versions\">parameters</a> <a href=\"#latency\">latency</a> "
                + "<a href=\"#provenance\">provenance</a> <a href=\"#formulas\">formulas</a></nav>\n");
        provenance
                .notes()
                .forEach(note -> html.raw("<p class=\"note\">").words(note).raw("</p>\n"));
    }

    private void overview() {
        html.raw("<section><h2>All coins</h2><div class=\"tiles\">\n");
        CoinSection.profit(html, figures.profit());
        html.tile(
                        "deepest drawdown, USD",
                        Words.fixed(Decimals.of(figures.drawdown().usd()), 4),
                        0)
                .raw("</div>\n");
        html.raw(charts.equity(figures.curve()));
        html.table(
                "USD; time at touch: bid, ask",
                List.of(
                        "coin",
                        "profit",
                        "spread",
                        "inventory",
                        "fees",
                        "funding",
                        "drawdown",
                        "fills",
                        "volume",
                        "fill ratio",
                        "at touch"));
        for (final Figures.Coin coin : figures.coins()) {
            final CoinTotals totals = coin.totals();
            html.row(List.of(
                    coin.coin(),
                    Words.usd(totals.profit().total()),
                    Words.usd(totals.profit().spread()),
                    Words.usd(totals.profit().inventory()),
                    Words.usd(-totals.profit().fees()),
                    Words.usd(totals.profit().funding()),
                    Words.fixed(Decimals.of(coin.drawdown().usd()), 4),
                    Words.count(totals.fills()),
                    Words.fixed(Decimals.of(totals.volume()), 0),
                    Words.percent(totals.fillRatio()),
                    Words.percent(totals.touchShare(true)) + ", " + Words.percent(totals.touchShare(false))));
        }
        html.endTable().raw("</section>\n");
    }

    private void versions() {
        html.raw("<section id=\"versions\"><h2>Under each parameter version</h2>\n");
        html.table(
                "USD; spreads in bps",
                List.of(
                        "version",
                        "coin",
                        "from",
                        "in force",
                        "profit",
                        "spread",
                        "inventory",
                        "fees",
                        "funding",
                        "fills",
                        "quotes",
                        "fill ratio",
                        "quoted spread",
                        "captured",
                        "at touch"));
        for (final VersionTrack.Row row : figures.versions()) {
            for (int i = 0; i < row.coins().size(); i++) {
                final CoinTotals under = row.coins().get(i);
                html.row(List.of(
                        "v" + row.version().version(),
                        figures.coins().get(i).coin(),
                        Words.time(row.fromNs()).substring(11),
                        Words.duration(under.seconds()),
                        Words.usd(under.profit().total()),
                        Words.usd(under.profit().spread()),
                        Words.usd(under.profit().inventory()),
                        Words.usd(-under.profit().fees()),
                        Words.usd(under.profit().funding()),
                        Words.count(under.fills()),
                        Words.count(under.quotes()),
                        Words.percent(under.fillRatio()),
                        Words.fixed(under.pairSpreadBps(), 3),
                        Words.signed(under.capturedBps(), 3),
                        Words.percent(under.touchShare(true)) + ", " + Words.percent(under.touchShare(false))));
            }
        }
        html.endTable();
        html.table("", List.of("version", "source", "sha256", "first event", "values; bold ones changed"));
        for (final VersionTrack.Row row : figures.versions()) {
            html.raw("<tr><td>v" + row.version().version() + "</td><td class=\"text\">")
                    .words(row.version().source())
                    .raw("</td><td class=\"hash short\">")
                    .words(row.version().sha256().substring(0, SHOWN_SHA) + "..")
                    .raw("</td><td>" + row.version().sequence() + "</td><td class=\"free text\">");
            final List<String> values = new ArrayList<>();
            row.values()
                    .forEach((key, value) -> values.add(
                            row.changed().containsKey(key)
                                    ? "<b>" + key + " " + number(row.changed().get(key)[0]) + " → " + number(value)
                                            + "</b>"
                                    : key + " " + number(value)));
            html.raw(String.join(", ", values)).raw("</td></tr>\n");
        }
        html.endTable().raw("</section>\n");
    }

    private void latency() {
        html.raw("<section id=\"latency\"><h2>Latency</h2>\n");
        if (provenance.latency().isEmpty()) {
            html.text("p", "None measured: no order left this process.");
        } else {
            html.table(
                            "from receiving an event to handing its order to the socket, µs",
                            List.copyOf(provenance.latency().keySet()))
                    .row(List.copyOf(provenance.latency().values()))
                    .endTable();
        }
        html.raw("</section>\n");
    }

    private void provenance() {
        html.raw("<section id=\"provenance\"><h2>Provenance</h2>\n<div class=\"wide\"><table><tbody>\n");
        for (final Map.Entry<String, String> fact : provenance.words().entrySet()) {
            html.raw("<tr><td>")
                    .words(fact.getKey())
                    .raw("</td><td class=\"hash\">")
                    .words(fact.getValue())
                    .raw("</td></tr>\n");
        }
        html.endTable().raw("</section>\n");
    }

    private void formulas() {
        html.raw("<section id=\"formulas\"><details><summary>Formulas</summary><dl>\n");
        Formulas.byName().forEach((name, meaning) -> html.text("dt", name).text("dd", meaning));
        html.raw("</dl></details></section>\n");
    }

    private static String number(final double value) {
        return Decimals.of(value).toPlainString();
    }
}
