package io.halfspread.app.tuning;

import io.halfspread.gateway.tuning.TuningWatcher;
import org.agrona.concurrent.IdleStrategy;

/** How the watcher's thread idles: asleep until the drops folder changes, so that a drop is taken at once and nobody is disturbed before. */
final class TuningNap implements IdleStrategy {
    private final TuningWatcher watcher;

    TuningNap(final TuningWatcher watcher) {
        this.watcher = watcher;
    }

    @Override
    public void idle(final int workCount) {
        if (workCount == 0) {
            idle();
        }
    }

    @Override
    public void idle() {
        watcher.await();
    }

    @Override
    public void reset() {
        // Every nap is like the first.
    }
}
