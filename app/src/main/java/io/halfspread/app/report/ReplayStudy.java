package io.halfspread.app.report;

import io.halfspread.app.replay.OrderedWatch;
import io.halfspread.app.replay.ReplayReport;
import io.halfspread.app.replay.ReplayResult;
import io.halfspread.codec.text.JsonOutput;
import java.util.LinkedHashMap;
import java.util.Map;

/** The figures of a replay that is not recorded, while it runs. */
public final class ReplayStudy {
    private final SessionFigures pass = new SessionFigures();

    /** Nothing seen yet. */
    public ReplayStudy() {}

    /**
     * A watch that feeds this study.
     *
     * @return to be attached to a replay
     */
    public OrderedWatch watch() {
        return new OrderedWatch(pass::onInput, (buffer, offset, length, sequence) -> pass.onOutput(buffer, offset));
    }

    /**
     * The report.
     *
     * @param result what the replay gave
     * @param build  version of this program
     * @param source base name of the input
     * @param config SHA-256 of the wiring
     * @return what it came to
     */
    public Report report(final ReplayResult result, final String build, final String source, final String config) {
        final Figures figures = pass.figures();
        return new Report(
                Provenance.ofReplay(build, source, config, figures, RunFacts.of(JsonOutput.of(facts(result)))),
                figures);
    }

    /**
     * What a replay says of itself, for the file beside its capture.
     *
     * @param result what it gave
     * @return members in order
     */
    public static Map<String, Object> facts(final ReplayResult result) {
        final Map<String, Object> facts = new LinkedHashMap<>(ReplayReport.json(result));
        facts.put("jvm", RunFacts.jvm());
        return facts;
    }
}
