package io.halfspread.app.replay;

import io.halfspread.codec.event.CalibrationDecoder;
import io.halfspread.codec.event.MessageHeaderDecoder;
import io.halfspread.codec.event.PolicyCommitDecoder;
import io.halfspread.engine.capture.CaptureInputs;
import io.halfspread.engine.solver.RecordedModel;
import io.halfspread.engine.solver.TableResolver;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.agrona.DirectBuffer;

/**
 * What solving every recorded policy again found: each table must follow, to the bit, from the model recorded before it.
 *
 * @param tables  tables that came out as recorded
 * @param problem the first that did not, in words; null when all did
 */
public record Resolution(long tables, String problem) {
    /**
     * Solves all recorded policies of a capture again.
     *
     * @param folder the capture
     * @return what was found
     */
    public static Resolution of(final Path folder) {
        final Map<Integer, RecordedModel> models = new HashMap<>();
        final TableResolver resolver = new TableResolver();
        final MessageHeaderDecoder header = new MessageHeaderDecoder();
        long tables = 0;
        try (CaptureInputs inputs = CaptureInputs.open(folder)) {
            while (inputs.next()) {
                final DirectBuffer buffer = inputs.buffer();
                final int templateId = header.wrap(buffer, inputs.offset()).templateId();
                if (templateId == CalibrationDecoder.TEMPLATE_ID) {
                    final RecordedModel model = RecordedModel.of(
                            new CalibrationDecoder().wrapAndApplyHeader(buffer, inputs.offset(), header));
                    models.put(model.instrument(), model);
                } else if (templateId == PolicyCommitDecoder.TEMPLATE_ID) {
                    final PolicyCommitDecoder commit =
                            new PolicyCommitDecoder().wrapAndApplyHeader(buffer, inputs.offset(), header);
                    final String problem = problem(commit, models.get(commit.instrument()), resolver);
                    if (problem != null) {
                        return new Resolution(tables, "policy version " + commit.policyVersion() + ": " + problem);
                    }
                    tables++;
                }
            }
        }
        return new Resolution(tables, null);
    }

    private static String problem(
            final PolicyCommitDecoder commit, final RecordedModel model, final TableResolver resolver) {
        if (model == null || model.inputsHash() != commit.inputsHash()) {
            return "the model it was solved from is not recorded before it";
        }
        final Long hash = resolver.tableHash(model, commit.source());
        if (hash == null) {
            return "its model could not be solved again";
        }
        return hash == commit.tableHash()
                ? null
                : "recorded table " + ReplayReport.hex(commit.tableHash()) + ", solved again " + ReplayReport.hex(hash);
    }

    /**
     * The result for programs.
     *
     * @return members in order
     */
    public Map<String, Object> json() {
        final Map<String, Object> json = new LinkedHashMap<>();
        json.put("ok", problem == null);
        json.put("tables_equal", tables);
        json.put("problem", problem);
        return json;
    }
}
