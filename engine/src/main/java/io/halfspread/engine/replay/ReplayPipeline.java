package io.halfspread.engine.replay;

import io.halfspread.engine.agent.EngineAgent;
import io.halfspread.engine.agent.Idling;
import io.halfspread.engine.agent.PlacedAgent;
import io.halfspread.engine.agent.ThreadPlacement;
import io.halfspread.engine.agent.ThreadingMode;
import io.halfspread.engine.handler.QuotingHandler;
import io.halfspread.engine.ring.EventRing;
import io.halfspread.engine.ring.RingReader;
import io.halfspread.engine.solver.SolverDesk;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.agrona.LangUtil;
import org.agrona.concurrent.Agent;
import org.agrona.concurrent.AgentRunner;
import org.agrona.concurrent.CompositeAgent;
import org.agrona.concurrent.IdleStrategy;
import org.agrona.concurrent.SystemNanoClock;

/** A replay from end to end: driver, engine and, when it is recorded, the journal, on the two rings. Runs once. */
public final class ReplayPipeline {
    private static final int CYCLES_PER_LOOK = 1024;
    private static final String INGRESS = "ingress";
    private static final String ENGINE = "engine";
    private static final String JOURNAL = "journal";

    private final ThreadingMode threading;
    private final Idling idling;
    private final ThreadPlacement placement;
    private final EventRing inputRing;
    private final EventRing outputRing;
    private final QuotingHandler handler;
    private final RingReader engineInputs;
    private final ReplayDriver driver;
    private final EngineAgent engine;
    private final Agent journal;
    private final AtomicReference<Throwable> failure = new AtomicReference<>();

    /**
     * Wires a replay.
     *
     * @param plan    what to do with the inputs
     * @param source  the inputs; closed when the replay ends
     * @param fills   fill model, or null when the plan never needs one
     * @param options how to run
     */
    public ReplayPipeline(
            final ReplayPlan plan, final InputSource source, final FillModel fills, final ReplayOptions options) {
        this(plan, source, fills, null, options);
    }

    /**
     * Wires a replay that makes policy tables of its own from the takeover on.
     *
     * @param plan    what to do with the inputs
     * @param source  the inputs; closed when the replay ends
     * @param fills   fill model, or null when the plan never needs one
     * @param solver  makes the tables, stepped by the thread that writes the ring; null for recorded tables alone
     * @param options how to run
     */
    public ReplayPipeline(
            final ReplayPlan plan,
            final InputSource source,
            final FillModel fills,
            final SolverDesk solver,
            final ReplayOptions options) {
        threading = options.threading();
        idling = options.idling();
        placement = options.placement();
        inputRing = new EventRing(options.ringSlots());
        outputRing = new EventRing(options.ringSlots());
        handler = new QuotingHandler(outputRing);
        engineInputs = inputRing.newReader();
        engine = new EngineAgent(engineInputs, outputRing, handler, options.batch());
        driver = new ReplayDriver(
                plan,
                source,
                fills,
                inputRing,
                engineInputs,
                outputRing.newReader(),
                options.observer(),
                options.liveDrops(),
                options.speed(),
                SystemNanoClock.INSTANCE);
        if (solver != null && plan.modelledFrom() != ReplayPlan.Takeover.NEVER) {
            driver.solveWith(solver);
        }
        journal = options.recorder() == null
                ? null
                : options.recorder().attach(inputRing.newReader(engineInputs), outputRing.newReader(), handler::hash);
    }

    /**
     * The engine. While the replay runs it is for the thread that steps it alone: with {@link ThreadingMode#INVOKED} and a batch
     * of 1 a recorder sees each input when the engine has handled it and none behind it.
     *
     * @return the engine of this replay
     */
    public QuotingHandler engine() {
        return handler;
    }

    /**
     * Runs the replay to its end, or until the monitor ends it.
     *
     * @param monitor asked on this thread while it runs
     * @return what it computed
     * @throws RuntimeException what an agent threw, for instance on a damaged record; what was recorded is kept
     */
    public ReplaySummary run(final ReplayMonitor monitor) {
        final long startNs = System.nanoTime();
        if (threading == ThreadingMode.INVOKED) {
            runInvoked(monitor);
        } else {
            runOnThreads(monitor);
        }
        driver.readOutputs();
        if (failure.get() != null) {
            LangUtil.rethrowUnchecked(failure.get());
        }
        return ReplaySummary.of(driver, handler, System.nanoTime() - startNs);
    }

    private void runInvoked(final ReplayMonitor monitor) {
        final IdleStrategy idle = Idling.BACKOFF.strategy(1, 1);
        try {
            int cycles = 0;
            while (!isDone()) {
                final int work = driver.doWork() + engine.doWork() + (journal == null ? 0 : stepJournal());
                if ((++cycles % CYCLES_PER_LOOK == 0 || work == 0) && !monitor.keepRunning(engineInputs.position())) {
                    driver.stop();
                }
                idle.idle(work);
            }
            driver.readOutputs();
        } catch (final RuntimeException e) {
            failure.compareAndSet(null, e);
        }
        for (final Agent agent : agents()) {
            close(agent);
        }
    }

    private int stepJournal() {
        try {
            return journal.doWork();
        } catch (final Exception e) {
            LangUtil.rethrowUnchecked(e);
            return 0;
        }
    }

    private void close(final Agent agent) {
        try {
            agent.onClose();
        } catch (final Exception e) {
            failure.compareAndSet(null, e);
        }
    }

    private void runOnThreads(final ReplayMonitor monitor) {
        final List<AgentRunner> runners = new ArrayList<>();
        if (threading == ThreadingMode.SHARED) {
            runners.add(runner(new CompositeAgent(agents()), ENGINE, 1));
        } else {
            final int threads = journal == null ? 2 : 3;
            runners.add(runner(driver, INGRESS, threads));
            runners.add(runner(engine, ENGINE, threads));
            if (journal != null) {
                runners.add(runner(journal, JOURNAL, threads));
            }
        }
        runners.forEach(AgentRunner::startOnThread);
        final IdleStrategy idle = Idling.BACKOFF.strategy(1, 1);
        while (!isDone() && failure.get() == null) {
            if (!monitor.keepRunning(engineInputs.position())) {
                driver.stop();
            }
            idle.idle(0);
        }
        // The engine ends before the journal, and the driver, which makes room for outputs, last.
        if (threading == ThreadingMode.DEDICATED) {
            runners.add(runners.remove(0));
        }
        runners.forEach(AgentRunner::close);
    }

    private List<Agent> agents() {
        return journal == null ? List.of(driver, engine) : List.of(driver, engine, journal);
    }

    private AgentRunner runner(final Agent agent, final String role, final int threads) {
        return new AgentRunner(
                idling.strategy(threads, Runtime.getRuntime().availableProcessors()),
                error -> failure.compareAndSet(null, error),
                null,
                new PlacedAgent(agent, role, placement));
    }

    private boolean isDone() {
        return driver.isFinished() && engineInputs.position() >= inputRing.published();
    }
}
