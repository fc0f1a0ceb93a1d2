package io.halfspread.app.live;

import io.halfspread.app.config.ConfigOption;
import io.halfspread.app.config.HalfspreadConfig;
import io.halfspread.app.rehearsal.KeepWarm;
import io.halfspread.app.rehearsal.Rehearsal;
import io.halfspread.app.rehearsal.WarmUp;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.agrona.concurrent.Agent;
import org.agrona.concurrent.SystemNanoClock;

/**
 * What a session rehearses, see {@link Rehearsal}.
 *
 * @param upNs   longest rehearsal before it goes live, ns; 0 for none
 * @param keepNs time without work after which a spinning thread rehearses a little, ns; 0 for never
 */
public record Warmth(long upNs, long keepNs) {
    /** Nothing is rehearsed. */
    public static final Warmth NONE = new Warmth(0, 0);

    static Warmth of(final HalfspreadConfig config) {
        return new Warmth(
                TimeUnit.MILLISECONDS.toNanos(config.integer(ConfigOption.WARM_UP)),
                TimeUnit.MICROSECONDS.toNanos(config.integer(ConfigOption.KEEP_WARM)));
    }

    /** Rehearses on the calling thread and says so. */
    void warmUp(final Consumer<String> log) {
        if (upNs > 0) {
            log.accept(WarmUp.run(upNs, SystemNanoClock.INSTANCE));
        }
    }

    /** An agent that is kept warm, if that is wanted. */
    Agent keep(final Agent agent) {
        return keepNs == 0 ? agent : new KeepWarm(agent, new Rehearsal(), keepNs);
    }
}
