package io.halfspread.app.replay;

import io.halfspread.codec.event.MessageHeaderDecoder;
import io.halfspread.codec.event.QuoteDecisionDecoder;
import io.halfspread.engine.ring.MessageHandler;
import java.util.Locale;
import java.util.function.Consumer;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.NanoClock;

/** Writes the state and the control of a decision to the log, at most so often; the capture has them all. */
public final class DecisionLog implements MessageHandler {
    private static final double DECIMAL8 = 1e8;

    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final QuoteDecisionDecoder decision = new QuoteDecisionDecoder();
    private final Consumer<String> log;
    private final NanoClock clock;
    private final long intervalNs;
    private long lastNs;
    private boolean logged;

    /**
     * Creates a log.
     *
     * @param log        takes a line
     * @param clock      says when the next may be written
     * @param intervalNs shortest time between two decisions logged
     */
    public DecisionLog(final Consumer<String> log, final NanoClock clock, final long intervalNs) {
        this.log = log;
        this.clock = clock;
        this.intervalNs = intervalNs;
    }

    @Override
    public void onMessage(final DirectBuffer buffer, final int offset, final int length, final long sequence) {
        if (header.wrap(buffer, offset).templateId() != QuoteDecisionDecoder.TEMPLATE_ID) {
            return;
        }
        final long nowNs = clock.nanoTime();
        if (logged && nowNs - lastNs < intervalNs) {
            return;
        }
        logged = true;
        lastNs = nowNs;
        decision.wrap(buffer, offset + MessageHeaderDecoder.ENCODED_LENGTH, header.blockLength(), header.version());
        log.accept(state(decision));
        log.accept(control(decision));
    }

    /**
     * The state vector as the guide shows it.
     *
     * @param decision a decision
     * @return one line
     */
    static String state(final QuoteDecisionDecoder decision) {
        return String.format(
                Locale.ROOT,
                "StateVector[S=%.2f, Q=%.4f, \u03bc\u0302=%.4f, \u0394=%.1fbps, I=%.3f]",
                decision.mid(),
                decision.position() / DECIMAL8,
                decision.muHat(),
                decision.spreadBps(),
                decision.imbalance());
    }

    /**
     * The control vector as the guide shows it: taker rates when there are any.
     *
     * @param decision a decision
     * @return one line
     */
    static String control(final QuoteDecisionDecoder decision) {
        final double bid = decision.bidOffsetBps();
        final double ask = decision.askOffsetBps();
        if (decision.takerBuyRate() > 0 || decision.takerSellRate() > 0) {
            return String.format(
                    Locale.ROOT,
                    "ControlVector[\u03b4^b=%.1fbps, \u03b4^a=%.1fbps, \u03bd^b=%.3f, \u03bd^a=%.3f]",
                    bid,
                    ask,
                    decision.takerBuyRate(),
                    decision.takerSellRate());
        }
        return String.format(
                Locale.ROOT,
                "ControlVector[\u03b4^b=%.1fbps, \u03b4^a=%.1fbps, spread=%.1fbps, asymmetry=%.1fbps]",
                bid,
                ask,
                bid + ask,
                ask - bid);
    }
}
