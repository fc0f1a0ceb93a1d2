package io.halfspread.app.tuning;

import io.halfspread.app.config.ConfigOption;
import io.halfspread.app.config.HalfspreadConfig;
import io.halfspread.app.console.Failure;
import io.halfspread.engine.ring.SideQueue;
import io.halfspread.engine.tuning.TuningUpdate;
import io.halfspread.gateway.tuning.TuningLog;
import io.halfspread.gateway.tuning.TuningRefusal;
import io.halfspread.gateway.tuning.TuningStart;
import io.halfspread.gateway.tuning.TuningVersions;
import io.halfspread.gateway.tuning.TuningWatcher;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.agrona.concurrent.Agent;
import org.agrona.concurrent.IdleStrategy;

/**
 * Live tuning of a session: the first set, then changes of the whole-set file and the drops folder as events on a side
 * queue. The agent is to be stepped by one thread, which owns the versions.
 */
public final class TuningControl implements AutoCloseable {
    private final SideQueue queue = new SideQueue(SideQueue.DEFAULT_CAPACITY);
    private final TuningVersions versions;
    private final TuningUpdate first;
    private final TuningWatcher watcher;

    /**
     * Puts the first set in force.
     *
     * @param params the whole-set file, present or not
     * @param drops  the folder of overlays
     * @param ledger where versions are kept
     * @param pollNs longest time between two looks, ns
     * @param log    takes the lines for the person
     * @throws Failure when the whole-set file is there and not accepted
     */
    public TuningControl(
            final Path params, final Path drops, final Path ledger, final long pollNs, final Consumer<String> log) {
        final TuningLog lines = new TuningLog() {
            @Override
            public void info(final String line) {
                log.accept(line);
            }

            @Override
            public void warn(final String line) {
                log.accept("WARN " + line);
            }
        };
        versions = TuningVersions.open(ledger, lines, Clock.systemUTC());
        try {
            first = TuningStart.fromFile(params, versions, lines);
        } catch (final TuningRefusal e) {
            versions.close();
            throw Failure.badInput(e.getMessage());
        }
        watcher = new TuningWatcher(params, drops, queue, versions, lines, pollNs);
    }

    /**
     * Live tuning of the places that the configuration names.
     *
     * @param config names the places
     * @param log    takes the lines for the person
     * @return the control, its first set in force
     * @throws Failure when the whole-set file is there and not accepted
     */
    public static TuningControl of(final HalfspreadConfig config, final Consumer<String> log) {
        return new TuningControl(
                Path.of(config.text(ConfigOption.PATHS_PARAMS)),
                Path.of(config.text(ConfigOption.PATHS_DROPS)),
                Path.of(config.text(ConfigOption.PATHS_LEDGER)),
                TimeUnit.MILLISECONDS.toNanos(config.integer(ConfigOption.TIMERS_PARAMS_POLL)),
                log);
    }

    /**
     * The set to open the session with.
     *
     * @return the update
     */
    public TuningUpdate first() {
        return first;
    }

    /**
     * The events that follow.
     *
     * @return a queue for the ring's writer
     */
    public SideQueue queue() {
        return queue;
    }

    /**
     * Looks at the files when stepped.
     *
     * @return an agent for one thread
     */
    public Agent watcher() {
        return watcher;
    }

    /**
     * How the thread of the watcher idles.
     *
     * @return a strategy that ends each nap when the drops folder changes
     */
    public IdleStrategy nap() {
        return new TuningNap(watcher);
    }

    /** Writes what the ledger lacks and closes it; after the agent has ended. */
    @Override
    public void close() {
        versions.close();
    }
}
