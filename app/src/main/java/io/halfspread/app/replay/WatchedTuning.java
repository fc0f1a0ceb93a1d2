package io.halfspread.app.replay;

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
import org.agrona.concurrent.AgentRunner;
import org.agrona.concurrent.SleepingMillisIdleStrategy;

/**
 * Live tuning of a paced replay: tuning_params.json and the drops folder of the working directory, watched on a thread of
 * their own, as events on a side queue.
 */
public final class WatchedTuning implements AutoCloseable {
    private static final long LOOK_MS = 2;

    private final SideQueue queue = new SideQueue(SideQueue.DEFAULT_CAPACITY);
    private final TuningVersions versions;
    private final TuningUpdate first;
    private final AgentRunner watcher;

    /**
     * Puts the first set in force and starts to watch.
     *
     * @param config names the places
     * @param log    takes the lines for the person
     * @throws Failure when tuning_params.json is there and not accepted
     */
    public WatchedTuning(final HalfspreadConfig config, final Consumer<String> log) {
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
        final Path params = Path.of(config.text(ConfigOption.PATHS_PARAMS));
        versions = TuningVersions.open(Path.of(config.text(ConfigOption.PATHS_LEDGER)), lines, Clock.systemUTC());
        try {
            first = TuningStart.fromFile(params, versions, lines);
        } catch (final TuningRefusal e) {
            versions.close();
            throw Failure.badInput(e.getMessage());
        }
        watcher = new AgentRunner(
                new SleepingMillisIdleStrategy(LOOK_MS),
                error -> lines.warn("watching tuning files: " + error),
                null,
                new TuningWatcher(
                        params,
                        Path.of(config.text(ConfigOption.PATHS_DROPS)),
                        queue,
                        versions,
                        lines,
                        TimeUnit.MILLISECONDS.toNanos(config.integer(ConfigOption.TIMERS_PARAMS_POLL))));
        AgentRunner.startOnThread(watcher);
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
     * @return a queue for the ring writer
     */
    public SideQueue queue() {
        return queue;
    }

    @Override
    public void close() {
        watcher.close();
        versions.close();
    }
}
