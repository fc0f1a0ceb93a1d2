package io.halfspread.app.replay;

import io.halfspread.codec.event.MessageHeaderDecoder;
import io.halfspread.codec.event.QuoteDecisionDecoder;
import io.halfspread.engine.ring.MessageHandler;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.NanoClock;

/** Writes state and control of decisions to the log, of an instrument at most so often; the capture has them all. */
public final class DecisionLog implements MessageHandler {
    private static final double DECIMAL8 = 1e8;

    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final QuoteDecisionDecoder decision = new QuoteDecisionDecoder();
    private final Map<Integer, Long> loggedNs = new HashMap<>();
    private final Consumer<String> log;
    private final NanoClock clock;
    private final long intervalNs;
    private final List<String> coins;

    /**
     * Creates a log.
     *
     * @param log        takes a line
     * @param clock      says when the next may be written
     * @param intervalNs shortest time between two decisions of an instrument logged
     * @param coins      coins by instrument index, named in the lines when there are several
     */
    public DecisionLog(
            final Consumer<String> log, final NanoClock clock, final long intervalNs, final List<String> coins) {
        this.log = log;
        this.clock = clock;
        this.intervalNs = intervalNs;
        this.coins = List.copyOf(coins);
    }

    @Override
    public void onMessage(final DirectBuffer buffer, final int offset, final int length, final long sequence) {
        if (header.wrap(buffer, offset).templateId() != QuoteDecisionDecoder.TEMPLATE_ID) {
            return;
        }
        decision.wrap(buffer, offset + MessageHeaderDecoder.ENCODED_LENGTH, header.blockLength(), header.version());
        final long nowNs = clock.nanoTime();
        final int instrument = decision.instrument();
        final Long lastNs = loggedNs.get(instrument);
        if (lastNs != null && nowNs - lastNs < intervalNs) {
            return;
        }
        loggedNs.put(instrument, nowNs);
        final String coin = coins.size() > 1 && instrument < coins.size() ? coins.get(instrument) + " " : "";
        log.accept(coin + state(decision));
        log.accept(coin + control(decision));
    }

    /**
     * The state vector as the guide shows it.
     *
     * @param decision a decision
     * @return one line
     */
    public static String state(final QuoteDecisionDecoder decision) {
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
    public static String control(final QuoteDecisionDecoder decision) {
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
