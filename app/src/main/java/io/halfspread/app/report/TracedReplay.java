package io.halfspread.app.report;

import io.halfspread.app.console.Progress;
import io.halfspread.app.explain.Explainer;
import io.halfspread.app.replay.OrderedWatch;
import io.halfspread.app.replay.ReplayRequest;
import io.halfspread.app.replay.ReplayResult;
import io.halfspread.app.replay.ReplayRun;
import io.halfspread.app.replay.SharedInput;
import io.halfspread.engine.solver.SolverDesk;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * A replay that was followed for a comparison, in memory. What its engine knew at some event is found by replaying it
 * once more up to there.
 *
 * @param request what was replayed
 * @param build   version of this program
 * @param input   what it read
 * @param result  what it gave
 * @param track   what happened in it
 */
public record TracedReplay(
        ReplayRequest request, String build, SharedInput input, ReplayResult result, SessionTrack track) {
    /**
     * Runs it.
     *
     * @param request   what to replay
     * @param build     version of this program
     * @param input     what it reads
     * @param progress  told how far it is
     * @param interrupt asked whether to end early
     * @return the replay
     */
    public static TracedReplay run(
            final ReplayRequest request,
            final String build,
            final SharedInput input,
            final Progress progress,
            final BooleanSupplier interrupt) {
        final SessionTrack track = new SessionTrack();
        final ReplayResult result = new ReplayRun(request, build, input)
                .run(
                        progress,
                        interrupt,
                        null,
                        null,
                        new SolverDesk(request.config().solver()),
                        track.watch());
        return new TracedReplay(request, build, input, result, track);
    }

    /**
     * This replay as one of two that are compared.
     *
     * @param label one word that stands for it
     * @param name  what it is
     * @return the session
     */
    public ComparedSession as(final String label, final String name) {
        return new ComparedSession(label, name, track, this::explained);
    }

    private Map<Long, Map<String, Object>> explained(final Set<Long> sequences) {
        final List<Explainer> explainers =
                sequences.stream().sorted().map(Explainer::new).toList();
        final Map<Long, Map<String, Object>> explained = new HashMap<>();
        if (explainers.isEmpty()) {
            return explained;
        }
        final Explainer last = explainers.get(explainers.size() - 1);
        new ReplayRun(request, build, input)
                .run(
                        new Progress(null, false, "explain"),
                        last::isDone,
                        null,
                        null,
                        new SolverDesk(request.config().solver()),
                        new OrderedWatch(
                                (buffer, offset, length, sequence) -> explainers.forEach(
                                        explainer -> explainer.onInput(buffer, offset, length, sequence)),
                                (buffer, offset, length, sequence) -> explainers.forEach(
                                        explainer -> explainer.onOutput(buffer, offset, length, sequence))));
        explainers.forEach(explainer -> {
            final Map<String, Object> at = explainer.explanation();
            explained.put(explainer.wanted(), at == null ? Map.of() : at);
        });
        return explained;
    }
}
