package io.halfspread.app.replay;

import io.halfspread.app.config.HalfspreadConfig;
import io.halfspread.app.console.Failure;
import io.halfspread.app.tuning.TuningControl;
import io.halfspread.engine.ring.SideQueue;
import io.halfspread.engine.tuning.TuningUpdate;
import java.util.function.Consumer;
import org.agrona.concurrent.AgentRunner;
import org.agrona.concurrent.SleepingMillisIdleStrategy;

/** Live tuning of a paced replay, on a thread of its own. */
public final class WatchedTuning implements AutoCloseable {
    private static final long LOOK_MS = 2;

    private final TuningControl control;
    private final AgentRunner watcher;

    /**
     * Puts the first set in force and starts to watch.
     *
     * @param config names the places
     * @param log    takes the lines for the person
     * @throws Failure when tuning_params.json is there and not accepted
     */
    public WatchedTuning(final HalfspreadConfig config, final Consumer<String> log) {
        control = TuningControl.of(config, log);
        watcher = new AgentRunner(
                new SleepingMillisIdleStrategy(LOOK_MS),
                error -> log.accept("WARN watching tuning files: " + error),
                null,
                control.watcher());
        AgentRunner.startOnThread(watcher);
    }

    /**
     * The set to open the session with.
     *
     * @return the update
     */
    public TuningUpdate first() {
        return control.first();
    }

    /**
     * The events that follow.
     *
     * @return a queue for the ring writer
     */
    public SideQueue queue() {
        return control.queue();
    }

    @Override
    public void close() {
        watcher.close();
        control.close();
    }
}
