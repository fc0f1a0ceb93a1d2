package io.halfspread.engine.replay;

import io.halfspread.engine.agent.EngineAgent;
import io.halfspread.engine.agent.ThreadingMode;
import io.halfspread.engine.handler.QuotingHandler;
import io.halfspread.engine.ring.EventRing;
import io.halfspread.engine.ring.RingReader;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.agrona.LangUtil;
import org.agrona.concurrent.Agent;
import org.agrona.concurrent.AgentRunner;
import org.agrona.concurrent.BackoffIdleStrategy;
import org.agrona.concurrent.CompositeAgent;
import org.agrona.concurrent.IdleStrategy;
import org.agrona.concurrent.SystemNanoClock;

/** A replay from end to end: driver, engine and, when it is recorded, the journal, on the two rings. Runs once. */
public final class ReplayPipeline {
    private static final int MAX_SPINS = 100;
    private static final int MAX_YIELDS = 100;
    private static final long MIN_PARK_NS = 1_000;
    private static final long MAX_PARK_NS = 200_000;
    private static final int CYCLES_PER_LOOK = 1024;

    private final ThreadingMode threading;
    private final EventRing inputRing = new EventRing(EventRing.DEFAULT_SLOTS);
    private final EventRing outputRing = new EventRing(EventRing.DEFAULT_SLOTS);
    private final QuotingHandler handler = new QuotingHandler(outputRing);
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
        threading = options.threading();
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
        journal = options.recorder() == null
                ? null
                : options.recorder().attach(inputRing.newReader(engineInputs), outputRing.newReader(), handler::hash);
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
        final IdleStrategy idle = idleStrategy();
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
            runners.add(runner(new CompositeAgent(agents())));
        } else {
            agents().forEach(agent -> runners.add(runner(agent)));
        }
        runners.forEach(AgentRunner::startOnThread);
        final IdleStrategy idle = idleStrategy();
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

    private AgentRunner runner(final Agent agent) {
        return new AgentRunner(idleStrategy(), error -> failure.compareAndSet(null, error), null, agent);
    }

    private boolean isDone() {
        return driver.isFinished() && engineInputs.position() >= inputRing.published();
    }

    private static IdleStrategy idleStrategy() {
        return new BackoffIdleStrategy(MAX_SPINS, MAX_YIELDS, MIN_PARK_NS, MAX_PARK_NS);
    }
}
