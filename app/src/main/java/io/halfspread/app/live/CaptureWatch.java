package io.halfspread.app.live;

import io.halfspread.app.config.ConfigOption;
import io.halfspread.codec.event.ModeSource;
import io.halfspread.codec.event.TradingMode;
import io.halfspread.engine.capture.CaptureState;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Says loudly that the capture is in trouble or loses records, and knows what that means for trading. One thread. */
final class CaptureWatch {
    private static final long REPEAT_NS = TimeUnit.SECONDS.toNanos(10);

    private final LiveSession session;
    private final boolean stops;
    private final Consumer<String> log;
    private CaptureState said = CaptureState.WRITING;
    private long saidNs;
    private boolean asked;

    CaptureWatch(final LiveSession session, final Consumer<String> log) {
        this.session = session;
        this.log = log;
        stops = session.plan().config().text(ConfigOption.CAPTURE_ON_LOSS).equals("stop");
    }

    /** Looks; true when the session shall stop. */
    boolean look(final long nowNs) {
        final CaptureState state = session.captureState();
        if (state != CaptureState.FAILING && state != CaptureState.LOSING) {
            if (said == CaptureState.FAILING) {
                log.accept("The capture records as it should again");
            }
            said = state;
            return false;
        }
        final boolean loses = state == CaptureState.LOSING;
        if (state != said || loses && nowNs - saidNs >= REPEAT_NS) {
            said = state;
            saidNs = nowNs;
            log.accept("WARN capture " + (loses ? "loses records: " : "in trouble: ") + session.captureNote()
                    + (loses ? stops ? "; the session stops" : "; trading goes on without" : ""));
        }
        if (loses && stops && !asked) {
            asked = session.operator().ask(TradingMode.PAUSE, ModeSource.CAPTURE, false, session.captureNote());
        }
        return loses && stops;
    }
}
