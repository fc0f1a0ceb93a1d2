package io.halfspread.app.report;

import io.halfspread.app.replay.Markouts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The part of a report about one coin. */
final class CoinSection {
    private final Html html;
    private final Charts charts;
    private final Figures.Coin coin;

    CoinSection(final Html html, final Charts charts, final Figures.Coin coin) {
        this.html = html;
        this.charts = charts;
        this.coin = coin;
    }

    void write() {
        html.raw("<section id=\"coin-")
                .words(coin.coin())
                .raw("\"><h2>")
                .words(coin.coin())
                .raw("</h2>\n");
        tiles();
        html.raw(charts.equity(coin.curve()));
        html.raw(charts.price(coin.curve()));
        html.raw(charts.position(coin.curve(), coin.coin()));
        html.raw("<div class=\"two\"><div>\n");
        quoting();
        reasons();
        html.raw("</div><div>\n");
        fills();
        inventory();
        html.raw("</div></div></section>\n");
    }

    private void tiles() {
        final CoinTotals totals = coin.totals();
        html.raw("<div class=\"tiles\">\n");
        profit(html, totals.profit());
        html.tile(
                        "deepest drawdown, USD",
                        Words.fixed(Decimals.of(coin.drawdown().usd()), 4),
                        0)
                .tile(
                        "fills (" + totals.makerFills() + " maker, " + totals.takerFills() + " taker)",
                        Words.count(totals.fills()),
                        0)
                .tile("volume, USD", Words.fixed(Decimals.of(totals.volume()), 2), 0)
                .tile("quotes", Words.count(totals.quotes()), 0)
                .tile("fill ratio", Words.percent(totals.fillRatio()), 0)
                .tile("position at the end", Words.plain(coin.position()), 0)
                .raw("</div>\n");
    }

    /** The profit and its parts as boxes. */
    static void profit(final Html html, final ProfitParts profit) {
        html.tile("profit, USD", Words.usd(profit.total()), Long.signum(profit.total()))
                .tile("spread captured", Words.usd(profit.spread()), Long.signum(profit.spread()))
                .tile("inventory", Words.usd(profit.inventory()), Long.signum(profit.inventory()))
                .tile("fees", Words.usd(-profit.fees()), -Long.signum(profit.fees()))
                .tile("funding", Words.usd(profit.funding()), Long.signum(profit.funding()));
    }

    private void quoting() {
        final CoinTotals totals = coin.totals();
        html.text("h3", "Quoting")
                .table("", List.of("", "bid", "ask"))
                .row(List.of(
                        "time quoted",
                        Words.percent(totals.quotedShare(true)),
                        Words.percent(totals.quotedShare(false))))
                .row(List.of(
                        "time at touch",
                        Words.percent(totals.touchShare(true)),
                        Words.percent(totals.touchShare(false))))
                .endTable();
        html.raw("<p>market spread ")
                .words(Words.fixed(totals.marketSpreadBps(), 3))
                .raw(" bps, quoted spread ")
                .words(Words.fixed(totals.pairSpreadBps(), 3))
                .raw(" bps, captured ")
                .words(Words.signed(totals.capturedBps(), 3))
                .raw(" bps of the value traded</p>\n");
    }

    private void reasons() {
        html.text("h3", "Reasons").table("share of the session's time", List.of("reason", "", "bid", "ask"));
        for (final ReasonTimes.Row row : coin.reasons()) {
            html.raw("<tr><td class=\"free\">")
                    .words(row.words())
                    .raw("</td><td class=\"text\">")
                    .words(row.quoted() ? "quoted" : "not quoted")
                    .raw("</td>");
            share(row.bidShare());
            share(row.askShare());
            html.raw("</tr>\n");
        }
        html.endTable();
    }

    private void share(final double share) {
        html.raw("<td>").words(Words.percent(share)).raw("</td>");
    }

    private void fills() {
        html.text("h3", "What maker fills were worth");
        if (coin.totals().makerFills() == 0) {
            html.text("p", "No maker fills.");
            return;
        }
        html.raw(charts.markouts(coin.fills()));
        final List<String> heads = new ArrayList<>(List.of("bps ± 95 %"));
        coin.fills()
                .forEach(row -> heads.add(
                        row.which().words() + " (n = " + row.effective().count() + ")"));
        html.table("", heads);
        estimates("effective spread", row -> row.effective());
        for (int i = 0; i < Markouts.horizons().size(); i++) {
            final int horizon = i;
            estimates(
                    "markout " + Markouts.horizons().get(i),
                    row -> row.markouts().get(horizon));
        }
        for (int i = 0; i < Markouts.horizons().size(); i++) {
            final int horizon = i;
            estimates(
                    "realised spread " + Markouts.horizons().get(i),
                    row -> row.markouts().get(horizon).twice());
        }
        html.endTable();
    }

    private void estimates(final String name, final Function<FillFigures.Row, Estimate> figure) {
        final List<String> cells = new ArrayList<>(List.of(name));
        coin.fills().forEach(row -> cells.add(Words.band(figure.apply(row), 2)));
        html.row(cells);
    }

    private void inventory() {
        final PositionTimes.Distribution inventory = coin.inventory();
        html.text("h3", "Inventory");
        if (inventory.largest() == 0) {
            html.text("p", "Flat all the time.");
            return;
        }
        html.raw(charts.inventory(inventory, coin.coin()));
        html.raw("<p>mean ")
                .words(Words.signed(inventory.mean(), 4))
                .raw(", mean size ")
                .words(Words.fixed(inventory.meanSize(), 4))
                .raw(", largest ")
                .words(Words.plain(inventory.largest()))
                .raw("; 5 % of the time below ")
                .words(Words.plain(inventory.low()))
                .raw(", half below ")
                .words(Words.plain(inventory.median()))
                .raw(", 5 % above ")
                .words(Words.plain(inventory.high()))
                .raw("</p>\n");
    }
}
