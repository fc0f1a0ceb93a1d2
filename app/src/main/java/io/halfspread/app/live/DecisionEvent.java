package io.halfspread.app.live;

import io.halfspread.codec.event.QuoteDecisionDecoder;
import java.util.concurrent.TimeUnit;
import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Enabled;
import jdk.jfr.Event;
import jdk.jfr.FlightRecorder;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timestamp;

/** A decision as the observer saw it, for Flight Recorder. Only where a recording asks for it. */
@Name("halfspread.Decision")
@Label("Quote Decision")
@Category("Halfspread")
@Description("State and control of one coin after an event, when the observer read it")
@Enabled(false)
@StackTrace(false)
final class DecisionEvent extends Event {
    @Label("Coin")
    String coin;

    @Label("Cause")
    @Description("Sequence of the event that caused it")
    long cause;

    @Label("Event Time")
    @Timestamp(Timestamp.MILLISECONDS_SINCE_EPOCH)
    long eventTime;

    @Label("Parameters")
    long paramsVersion;

    @Label("Mid, USD")
    double mid;

    @Label("Position, base units")
    double position;

    @Label("Bid offset, bps")
    double bidOffset;

    @Label("Ask offset, bps")
    double askOffset;

    @Label("Bid reason")
    String bidReason;

    @Label("Ask reason")
    String askReason;

    /** Records one if somebody records. */
    static void record(final QuoteDecisionDecoder decision, final String coin) {
        if (!FlightRecorder.isInitialized()) {
            return;
        }
        final DecisionEvent event = new DecisionEvent();
        if (event.shouldCommit()) {
            event.coin = coin;
            event.cause = decision.causeSequence();
            event.eventTime = TimeUnit.NANOSECONDS.toMillis(decision.eventNs());
            event.paramsVersion = decision.paramsVersion();
            event.mid = decision.mid();
            event.position = decision.position() / 1e8;
            event.bidOffset = decision.bidOffsetBps();
            event.askOffset = decision.askOffsetBps();
            event.bidReason = decision.bidReason().name();
            event.askReason = decision.askReason().name();
            event.commit();
        }
    }
}
