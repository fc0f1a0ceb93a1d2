package io.halfspread.app.report;

import io.halfspread.app.console.Failure;
import io.halfspread.app.explain.Explainer;
import io.halfspread.engine.capture.CaptureReader;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * One of two sessions that are compared.
 *
 * @param label   one word that stands for it in sentences, such as A or baseline
 * @param name    what it is
 * @param track   what happened in it
 * @param explain what its engine knew and decided at some inputs, by sequence, in the words of explain
 */
public record ComparedSession(
        String label, String name, SessionTrack track, Function<Set<Long>, Map<Long, Map<String, Object>>> explain) {
    /**
     * A recorded session.
     *
     * @param label   one word that stands for it
     * @param name    what it is
     * @param capture its folder
     * @return the session, read once
     * @throws Failure when the capture holds no outputs
     */
    public static ComparedSession of(final String label, final String name, final Path capture) {
        return new ComparedSession(label, name, SessionTrack.of(capture), sequences -> explained(capture, sequences));
    }

    private static Map<Long, Map<String, Object>> explained(final Path capture, final Set<Long> sequences) {
        final Map<Long, Map<String, Object>> explained = new HashMap<>();
        for (final Long sequence : sequences) {
            try (CaptureReader records = CaptureReader.open(capture)) {
                final Map<String, Object> at = new Explainer(sequence).explain(records);
                explained.put(sequence, at == null ? Map.of() : at);
            }
        }
        return explained;
    }
}
