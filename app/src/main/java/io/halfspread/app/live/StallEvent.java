package io.halfspread.app.live;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.FlightRecorder;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;

/** An agent that makes no duty cycle, for Flight Recorder. */
@Name("halfspread.Stall")
@Label("Agent Stall")
@Category("Halfspread")
@Description("An agent has made no duty cycle for as long as is configured")
@StackTrace(false)
final class StallEvent extends Event {
    @Label("Agent")
    String agent;

    @Label("Silence")
    @Timespan(Timespan.NANOSECONDS)
    long silence;

    /** Records one if somebody records. */
    static void record(final String agent, final long silenceNs) {
        if (FlightRecorder.isInitialized()) {
            final StallEvent event = new StallEvent();
            event.agent = agent;
            event.silence = silenceNs;
            event.commit();
        }
    }
}
