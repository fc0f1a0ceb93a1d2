package io.halfspread.engine.agent;

import io.halfspread.codec.contract.ColdPath;
import io.halfspread.codec.contract.HotPath;
import io.halfspread.engine.handler.QuotingHandler;
import io.halfspread.engine.ring.EventRing;
import io.halfspread.engine.ring.RingReader;
import org.agrona.concurrent.Agent;

/**
 * Runs the quoting handler over the input ring. It takes an event only when the output ring has room for all it can cause, so
 * a slow reader of outputs holds the engine up between two events, never within one.
 */
@HotPath
public final class EngineAgent implements Agent {
    private final RingReader inputs;
    private final EventRing outputs;
    private final QuotingHandler handler;
    private final int batchLimit;
    private boolean ended;
    private volatile int liveOrders;
    private volatile double dayPnlUsd;
    private volatile boolean cancelScheduled;

    /**
     * An engine over its rings.
     *
     * @param inputs     the engine's place in the input ring
     * @param outputs    ring the handler publishes to
     * @param handler    the handler
     * @param batchLimit most events a duty cycle, at least 1
     */
    public EngineAgent(
            final RingReader inputs, final EventRing outputs, final QuotingHandler handler, final int batchLimit) {
        this.inputs = inputs;
        this.outputs = outputs;
        this.handler = handler;
        this.batchLimit = batchLimit;
    }

    @Override
    public int doWork() {
        int handled = 0;
        while (handled < batchLimit && outputs.hasRoomFor(QuotingHandler.maxOutputsPerEvent(handler.instruments()))) {
            if (inputs.poll(handler, 1) == 0) {
                break;
            }
            handled++;
        }
        final int live = handler.liveOrders();
        if (live != liveOrders) {
            liveOrders = live;
        }
        final double pnlUsd = handler.dayPnlUsd();
        if (pnlUsd != dayPnlUsd) {
            dayPnlUsd = pnlUsd;
        }
        final boolean scheduled = handler.mayCancelBeScheduled();
        if (scheduled != cancelScheduled) {
            cancelScheduled = scheduled;
        }
        return handled;
    }

    /**
     * Orders whose end the engine does not know, as of its last duty cycle. From any thread.
     *
     * @return the count
     */
    public int liveOrders() {
        return liveOrders;
    }

    /**
     * Profit of the UTC day as of its last duty cycle, see {@link QuotingHandler#dayPnlUsd()}. From any thread.
     *
     * @return USD
     */
    public double dayPnlUsd() {
        return dayPnlUsd;
    }

    /**
     * Whether the venue may hold a deadline for cancelling everything, as of its last duty cycle. From any thread.
     *
     * @return false when it is not used, was taken back or has fired
     */
    public boolean isCancelScheduled() {
        return cancelScheduled;
    }

    /** Handles what is left in the ring, then publishes the final state hash. */
    @Override
    @ColdPath("once, at the end of a session")
    public void onClose() {
        if (!ended) {
            ended = true;
            while (doWork() > 0) {
                Thread.onSpinWait();
            }
            handler.onSessionEnd();
        }
    }

    @Override
    public String roleName() {
        return "engine";
    }
}
