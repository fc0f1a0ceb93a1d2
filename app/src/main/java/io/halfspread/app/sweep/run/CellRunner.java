package io.halfspread.app.sweep.run;

import io.halfspread.app.config.HalfspreadConfig;
import io.halfspread.app.console.Failure;
import io.halfspread.app.replay.FillDelays;
import io.halfspread.app.sweep.space.Candidate;
import io.halfspread.codec.event.SessionKind;
import io.halfspread.engine.agent.Idling;
import io.halfspread.engine.agent.ThreadPlacement;
import io.halfspread.engine.agent.ThreadingMode;
import io.halfspread.engine.capture.CaptureException;
import io.halfspread.engine.capture.MappedInputs;
import io.halfspread.engine.replay.ReplayOptions;
import io.halfspread.engine.replay.ReplayPipeline;
import io.halfspread.engine.replay.ReplayPlan;
import io.halfspread.engine.replay.ReplaySummary;
import io.halfspread.engine.settings.Instrument;
import io.halfspread.engine.settings.SessionSettings;
import io.halfspread.engine.solver.SolverDesk;
import io.halfspread.engine.tuning.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Runs cells: each a fresh replay on the caller's thread, invoked in lock-step. An outcome depends on settings, capture and
 * cell alone. Holds nothing that changes, so that any number of threads may use one.
 */
public final class CellRunner {
    private static final int RING_SLOTS = 1024;

    private final RunSettings settings;
    private final SharedCaptures captures;
    private final HalfspreadConfig config;
    private final SessionSettings opening;
    private final FillDelays delays;

    /**
     * A runner.
     *
     * @param settings what all replays share
     * @param captures where captures are mapped
     */
    public CellRunner(final RunSettings settings, final SharedCaptures captures) {
        this.settings = settings;
        this.captures = captures;
        this.config = settings.config();
        this.opening = config.session(SessionKind.REPLAY, settings.coins());
        this.delays = settings.delays();
    }

    /**
     * Runs one cell.
     *
     * @param capture what it replays
     * @param cell    the cell
     * @return what it gave
     * @throws Failure when the capture cannot be used
     */
    public Outcome run(final CaptureRef capture, final Cell cell) {
        return run(capture, cell, () -> false);
    }

    /**
     * Runs one cell unless it is asked to end early.
     *
     * @param capture   what it replays
     * @param cell      the cell
     * @param interrupt asked again and again
     * @return what it gave, or null when it ended early
     * @throws Failure when the capture cannot be used
     */
    public Outcome run(final CaptureRef capture, final Cell cell, final BooleanSupplier interrupt) {
        final MappedInputs inputs = captures.of(capture);
        final CandidateSession session = CandidateSession.of(opening, settings.base(), cell.candidate());
        return run(capture, cell, session, inputs, session.needsSolver(), interrupt);
    }

    /**
     * Whether a candidate's quotes come from tables, which its replay then makes.
     *
     * @param candidate a candidate
     * @return false when the heuristic quotes
     */
    boolean needsSolver(final Candidate candidate) {
        return CandidateSession.of(opening, settings.base(), candidate).needsSolver();
    }

    Outcome run(
            final CaptureRef capture,
            final Cell cell,
            final CandidateSession session,
            final MappedInputs inputs,
            final boolean solving,
            final BooleanSupplier interrupt) {
        final long endNs = capture.endNs(cell.share());
        final long contentId = inputs.manifest().identity().contentId();
        final CellFigures figures = new CellFigures(capture.firstNs(), endNs, settings.blockNs());
        final ReplayPipeline pipeline = new ReplayPipeline(
                ReplayPlan.ofMarketData(
                        session.opening(),
                        contentId,
                        session.params(),
                        List.of(),
                        indices(inputs.manifest().identity().instruments(), session.opening())),
                inputs.cursor(endNs),
                settings.fills().model(delays, contentId),
                solving ? new SolverDesk(config.solver()) : null,
                new ReplayOptions(
                        ThreadingMode.INVOKED,
                        1,
                        0,
                        null,
                        null,
                        figures.watch(),
                        Idling.BACKOFF,
                        ThreadPlacement.ANYWHERE,
                        RING_SLOTS));
        figures.follow(pipeline.engine());
        final ReplaySummary summary;
        try {
            summary = pipeline.run(published -> !interrupt.getAsBoolean());
        } catch (final CaptureException e) {
            throw Failure.badInput(e.getMessage());
        }
        if (interrupt.getAsBoolean()) {
            return null;
        }
        return new Outcome(
                cell.key(),
                key(cell),
                settings.blockNs(),
                summary.inputs(),
                summary.hash(),
                figures.drawdown(),
                figures.coins(settings.coins()));
    }

    private static int[] indices(final List<String> recorded, final SessionSettings session) {
        final int[] indices = new int[recorded.size()];
        Arrays.fill(indices, -1);
        final List<Instrument> instruments = session.instruments();
        for (int i = 0; i < instruments.size(); i++) {
            final int at = recorded.indexOf(instruments.get(i).coin());
            if (at >= 0) {
                indices[at] = i;
            }
        }
        return indices;
    }

    private static long key(final Cell cell) {
        return Sha256.of(cell.candidate().json().getBytes(StandardCharsets.UTF_8))
                .a();
    }
}
