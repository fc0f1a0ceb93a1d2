package io.halfspread.app.view;

import io.halfspread.codec.event.OrderStatus;
import io.halfspread.codec.event.QuoteDecisionDecoder;
import io.halfspread.codec.event.QuoteReason;
import io.halfspread.codec.event.ResponseKind;
import io.halfspread.codec.event.Side;

/** What happened to one instrument so far, counted. For one thread. */
public final class InstrumentCounts {
    private static final int CODES = 256;
    private static final long GAP_NS = 1_000_000_000L;

    private final long[] fills = new long[4];
    private final long[] reasons = new long[2 * CODES];
    private final long[] ended = new long[CODES];
    private final long[] answers = new long[CODES];
    private long bookNs;
    private long gaps;

    InstrumentCounts() {}

    void onFill(final Side side, final boolean taker) {
        fills[index(side, taker)]++;
    }

    void onDecision(final QuoteDecisionDecoder decision) {
        reasons[index(Side.BID, decision.bidReason())]++;
        reasons[index(Side.ASK, decision.askReason())]++;
    }

    void onStatus(final OrderStatus status) {
        ended[status.value()]++;
    }

    void onAnswer(final ResponseKind kind) {
        answers[kind.value()]++;
    }

    void onBook(final long ns) {
        gaps += bookNs != 0 && ns - bookNs >= GAP_NS ? 1 : 0;
        bookNs = ns;
    }

    private static int index(final Side side, final boolean taker) {
        return (side == Side.BID ? 0 : 2) + (taker ? 1 : 0);
    }

    private static int index(final Side side, final QuoteReason reason) {
        return (side == Side.BID ? 0 : CODES) + reason.value();
    }

    /**
     * Fills that counted.
     *
     * @param side  bought or sold
     * @param taker whether they took liquidity
     * @return count
     */
    public long fills(final Side side, final boolean taker) {
        return fills[index(side, taker)];
    }

    /**
     * Decisions in which a side had a reason.
     *
     * @param side   side
     * @param reason reason
     * @return count
     */
    public long reasons(final Side side, final QuoteReason reason) {
        return reasons[index(side, reason)];
    }

    /**
     * Times the venue gave an order a status.
     *
     * @param status the status
     * @return count
     */
    public long ended(final OrderStatus status) {
        return ended[status.value()];
    }

    /**
     * Elements of our actions that had an outcome.
     *
     * @param kind the outcome
     * @return count
     */
    public long answers(final ResponseKind kind) {
        return answers[kind.value()];
    }

    /**
     * Times no book and no touch came for a second or more.
     *
     * @return count, each when the next one came
     */
    public long gaps() {
        return gaps;
    }
}
