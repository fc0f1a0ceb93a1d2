package io.halfspread.app.sweep.page;

import io.halfspread.app.report.Html;
import io.halfspread.app.sweep.judge.Judgement;
import io.halfspread.codec.text.JsonOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes the report of a sweep. */
public final class SweepPage {
    /** Name of the HTML within a sweep's folder. */
    public static final String HTML = "report.html";

    /** Name of the same as JSON within a sweep's folder. */
    public static final String JSON = "report.json";

    private SweepPage() {}

    /**
     * Writes both files.
     *
     * @param folder    where, exists
     * @param judgement what the outcomes allow to say
     * @param facts     what the sweep was
     * @return the HTML file
     * @throws IOException when a file cannot be written
     */
    public static Path write(final Path folder, final Judgement judgement, final SweepFacts facts) throws IOException {
        Files.writeString(folder.resolve(JSON), JsonOutput.of(json(judgement, facts)) + "\n");
        return Files.writeString(folder.resolve(HTML), html(judgement, facts));
    }

    /**
     * The report for programs.
     *
     * @param judgement what the outcomes allow to say
     * @param facts     what the sweep was
     * @return members in order
     */
    public static Map<String, Object> json(final Judgement judgement, final SweepFacts facts) {
        final Map<String, Object> json = new LinkedHashMap<>(judgement.json());
        json.putAll(facts.json());
        return json;
    }

    static String html(final Judgement judgement, final SweepFacts facts) {
        final Html html = Html.page("Halfspread: sweep of " + facts.title());
        html.text("h1", "Sweep of " + facts.title());
        new VerdictSection(html, judgement).write();
        new SearchSection(html, judgement).write();
        new RiskSection(html, judgement).write();
        new SourceSection(html, judgement, facts).write();
        return html.endPage("The same as JSON: <code>" + JSON + "</code> beside this file.");
    }
}
