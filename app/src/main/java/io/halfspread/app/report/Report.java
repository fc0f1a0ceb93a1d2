package io.halfspread.app.report;

import io.halfspread.app.console.Failure;
import io.halfspread.app.console.Progress;
import io.halfspread.codec.text.JsonOutput;
import io.halfspread.engine.capture.CaptureReader;
import io.halfspread.engine.capture.Manifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What a session came to: one object, from which both the HTML and the JSON are written. */
public final class Report {
    /** Name of the HTML within a capture's folder. */
    public static final String HTML = "report.html";

    /** Name of the same figures as JSON within a capture's folder. */
    public static final String JSON = "figures.json";

    private final Provenance provenance;
    private final Figures figures;

    Report(final Provenance provenance, final Figures figures) {
        this.provenance = provenance;
        this.figures = figures;
    }

    /**
     * Computes the figures of a capture in one pass.
     *
     * @param capture its folder
     * @return the report
     * @throws Failure when the capture holds no outputs
     */
    public static Report of(final Path capture) {
        return of(capture, new Progress(null, false, "report"));
    }

    /**
     * Computes the figures of a capture in one pass.
     *
     * @param capture  its folder
     * @param progress told how far it is
     * @return the report
     * @throws Failure when the capture holds no outputs
     */
    public static Report of(final Path capture, final Progress progress) {
        final SessionFigures pass = new SessionFigures();
        try (CaptureReader records = CaptureReader.open(capture)) {
            final Manifest manifest = records.manifest();
            final double expected =
                    Math.max(1, manifest.totals().inputs() + manifest.totals().outputs());
            while (records.next()) {
                if (records.isInput()) {
                    pass.onInput(records.buffer(), records.offset(), records.length(), records.sequence());
                } else {
                    pass.onOutput(records.buffer(), records.offset());
                }
                progress.at(records.record(), Math.min(1, records.record() / expected));
            }
            final Figures figures = pass.figures();
            requireOutputs(capture, figures);
            return new Report(Provenance.of(manifest, figures, RunFacts.beside(capture)), figures);
        }
    }

    static void requireOutputs(final Path capture, final Figures figures) {
        if (figures.outputs() == 0) {
            throw Failure.badInput(capture + ": holds inputs only, nothing was quoted;"
                    + " replay it first: scripts/halfspread replay " + capture + " --out DIR");
        }
    }

    Figures figures() {
        return figures;
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
        json.put("requests", figures.requests().json());
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
     * Writes the HTML to a file, and the JSON beside it.
     *
     * @param html the HTML's file; the JSON's has the same name with the end .json
     * @throws IOException when a file cannot be written
     */
    public void write(final Path html) throws IOException {
        write(html, html(), json());
    }

    /**
     * Writes a page to a file, and what it shows as JSON beside it.
     *
     * @param html the page's file; the JSON's has the same name with the end .json
     * @param page the page
     * @param json what it shows, members in order
     * @throws IOException when a file cannot be written
     */
    public static void write(final Path html, final String page, final Map<String, Object> json) throws IOException {
        final String name = html.getFileName().toString();
        final String stem =
                name.toLowerCase(Locale.ROOT).endsWith(".html") ? name.substring(0, name.length() - 5) : name;
        Files.writeString(html.resolveSibling(stem + ".json"), JsonOutput.of(json) + "\n");
        Files.writeString(html, page);
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
