package io.halfspread.app.report;

import java.util.List;

/** The report as one HTML file without scripts and without anything from elsewhere. */
final class ReportPage {
    private final Provenance provenance;
    private final Figures figures;
    private final StringBuilder out = new StringBuilder();

    ReportPage(final Provenance provenance, final Figures figures) {
        this.provenance = provenance;
        this.figures = figures;
    }

    String html() {
        out.append("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">")
                .append("<meta name=\"viewport\" content=\"width=device-width\"><title>Halfspread report</title>")
                .append("<style>svg{width:100%;height:200px}</style></head><body>\n<h1>Halfspread report</h1>\n");
        figures.coins().forEach(this::coin);
        out.append("<p>").append(Words.escaped(provenance.members().toString())).append("</p></body></html>\n");
        return out.toString();
    }

    private void coin(final Figures.Coin coin) {
        final ProfitParts profit = coin.totals().profit();
        out.append("<h2>")
                .append(Words.escaped(coin.coin()))
                .append("</h2><p>P&amp;L ")
                .append(Words.usd(profit.total()));
        out.append(" = spread ").append(Words.usd(profit.spread()));
        out.append(", inventory ").append(Words.usd(profit.inventory()));
        out.append(", fees ").append(Words.usd(profit.fees()));
        out.append(", funding ").append(Words.usd(profit.funding()));
        out.append("; fills ").append(coin.totals().fills()).append("</p>\n");
        line(coin.curve());
    }

    private void line(final List<Curve.Point> points) {
        final double low = points.stream().mapToDouble(Curve.Point::low).min().orElse(0);
        final double high = points.stream().mapToDouble(Curve.Point::high).max().orElse(1);
        out.append(
                "<svg viewBox=\"0 0 1000 200\" preserveAspectRatio=\"none\"><polyline fill=\"none\" stroke=\"currentColor\" points=\"");
        for (int i = 0; i < points.size(); i++) {
            out.append(Words.fixed(1000.0 * i / points.size(), 1).replace(",", ""))
                    .append(',');
            out.append(Words.fixed(200 - 200 * (points.get(i).equity() - low) / Math.max(1e-9, high - low), 1))
                    .append(' ');
        }
        out.append("\"/></svg>\n");
    }
}
