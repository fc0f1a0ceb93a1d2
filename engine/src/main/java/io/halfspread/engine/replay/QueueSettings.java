package io.halfspread.engine.replay;

/**
 * How a queue of ours is modelled.
 *
 * @param cancels where the orders stood that were cancelled
 * @param orders  time from sending a command to the recorded market it meets, on the clock that recorded it; so the market
 *                data's own way to us is part of it
 * @param answers time by which acknowledgements and fills come later than market data of the same moment
 */
public record QueueSettings(CancelRule cancels, Latency orders, Latency answers) {
    /**
     * The pessimistic rule without delays.
     *
     * @return the settings
     */
    public static QueueSettings pessimistic() {
        return new QueueSettings(CancelRule.PESSIMISTIC, Latency.none(), Latency.none());
    }

    /**
     * The same delays under another rule.
     *
     * @param rule where the orders stood that were cancelled
     * @return the settings
     */
    public QueueSettings with(final CancelRule rule) {
        return new QueueSettings(rule, orders, answers);
    }
}
