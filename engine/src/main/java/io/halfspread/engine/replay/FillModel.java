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
     * Whether the model has events to publish.
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
