package io.halfspread.app.report;

import io.halfspread.codec.text.JsonOutput;
import io.halfspread.engine.capture.CaptureReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a session came to: one object, from which both the HTML and the JSON are written. */
public final class Report {
    /** Name of the HTML within a capture's folder. */
    public static final String HTML = "report.html";

    /** Name of the same figures as JSON within a capture's folder. */
    public static final String JSON = "figures.json";

    private final Provenance provenance;
    private final Figures figures;

    private Report(final Provenance provenance, final Figures figures) {
        this.provenance = provenance;
        this.figures = figures;
    }

    /**
     * Computes the figures of a capture in one pass.
     *
     * @param capture its folder
     * @return the report
     */
    public static Report of(final Path capture) {
        final SessionFigures pass = new SessionFigures();
        try (CaptureReader records = CaptureReader.open(capture)) {
            while (records.next()) {
                if (records.isInput()) {
                    pass.onInput(records.buffer(), records.offset(), records.length(), records.sequence());
                } else {
                    pass.onOutput(records.buffer(), records.offset());
                }
            }
            final Figures figures = pass.figures();
            return new Report(Provenance.of(records.manifest(), figures, RunFacts.beside(capture)), figures);
        }
    }

    /**
     * All figures.
     *
     * @return members in order
     */
    public Map<String, Object> json() {
        final Map<String, Object> json = new LinkedHashMap<>();
        json.put("seconds", figures.seconds());
        json.put("pnl", figures.profit().json());
        json.put("drawdown", figures.drawdown().json());
        json.put("curve", Curve.json(figures.windowSeconds(), figures.curve()));
        final Map<String, Object> byAsset = new LinkedHashMap<>();
        figures.coins().forEach(coin -> byAsset.put(coin.coin(), coin.json()));
        json.put("by_asset", byAsset);
        json.put("params_versions", figures.versionsJson());
        json.put("latency_ns", provenance.latencyNs().isEmpty() ? null : provenance.latencyNs());
        json.put("provenance", provenance.members());
        json.put("notes", provenance.notes());
        return json;
    }

    /**
     * The HTML.
     *
     * @return one file that needs no other
     */
    public String html() {
        return new ReportPage(provenance, figures).html();
    }

    /**
     * Writes both files into a folder.
     *
     * @param folder the folder
     * @return the HTML file
     * @throws IOException when a file cannot be written
     */
    public Path writeInto(final Path folder) throws IOException {
        Files.writeString(folder.resolve(JSON), JsonOutput.of(json()) + "\n");
        final Path html = folder.resolve(HTML);
        Files.writeString(html, html());
        return html;
    }
}
