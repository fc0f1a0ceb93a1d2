package io.halfspread.engine.replay;

import io.halfspread.engine.ring.EventPublisher;
import org.agrona.DirectBuffer;

/**
 * Stands in for the venue in a replay: answers the engine's commands and, if it fills, trades against its orders. It runs
 * on the thread that writes the ring. For each recorded input the driver calls {@link #onInput} first, then
 * {@link #onOutput} for what the engine answered, then publishes what the model has to say; so market data meets only the
 * orders that rested before it. A model is a function of what it is given: no clock, no randomness.
 */
public interface FillModel {
    /**
     * An input was published, be it recorded, a timer or a parameter change; not for the model's own events. Account
     * events are only given before {@link #takeOver}.
     *
     * @param buffer holds the message
     * @param offset index of its header
     * @param length bytes, header included
     */
    void onInput(DirectBuffer buffer, int offset, int length);

    /**
     * The engine published an output.
     *
     * @param buffer holds the message
     * @param offset index of its header
     * @param length bytes, header included
     */
    void onOutput(DirectBuffer buffer, int offset, int length);

    /**
     * From here on the model answers. Until then it follows the recorded account events, so that it knows what rests and
     * what is unanswered; the unanswered is answered now.
     */
    void takeOver();

    /**
     * When the model next has something to do that no input brings: a command arrives, or an answer comes back.
     *
     * @return event time, ns since the epoch; Long.MAX_VALUE for never
     */
    default long dueNs() {
        return Long.MAX_VALUE;
    }

    /**
     * Event time has come to a moment at which the model has something to do; no input is older than it that was not given.
     *
     * @param nowNs ns since the epoch, not before any moment given earlier
     */
    default void onTime(final long nowNs) {}

    /**
     * Whether the model has events to publish now.
     *
     * @return true when {@link #publishTo} has something to do
     */
    boolean hasEvents();

    /**
     * Publishes the model's events in order, as far as there is room.
     *
     * @param publisher the ring
     * @return events published
     */
    int publishTo(EventPublisher publisher);
}
