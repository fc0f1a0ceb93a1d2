package io.halfspread.app.sweep.run;

import java.util.List;

/**
 * What one cell gave. Two outcomes are the same when their bytes are.
 *
 * @param key          the cell
 * @param candidateKey first eight bytes of the SHA-256 of the candidate's JSON form
 * @param blockNs      length of a block of event time, ns
 * @param inputs       inputs of the engine
 * @param replayHash   rolling hash over every input and output of the replay
 * @param drawdown     deepest fall of the profit of all coins together, USD, decimal8
 * @param coins        one a coin, in the order of the settings
 */
public record Outcome(
        CellKey key,
        long candidateKey,
        long blockNs,
        long inputs,
        long replayHash,
        long drawdown,
        List<CoinOutcome> coins) {
    /** Copies the coins. */
    public Outcome {
        coins = List.copyOf(coins);
    }

    /**
     * Profit of all coins.
     *
     * @return by where it came from
     */
    public CoinOutcome.Profit profit() {
        CoinOutcome.Profit sum = CoinOutcome.Profit.NONE;
        for (final CoinOutcome coin : coins) {
            sum = sum.plus(coin.profit());
        }
        return sum;
    }

    /**
     * Profit of all coins in each block.
     *
     * @return USD, decimal8
     */
    public long[] blockProfit() {
        final long[] sum = coins.get(0).blockProfit();
        for (final CoinOutcome coin : coins.subList(1, coins.size())) {
            final long[] more = coin.blockProfit();
            for (int i = 0; i < sum.length; i++) {
                sum[i] += more[i];
            }
        }
        return sum;
    }

    /**
     * The canonical form: equal outcomes give equal bytes, wherever they were computed.
     *
     * @return the bytes
     */
    public byte[] encode() {
        return OutcomeCodec.encode(this);
    }

    /**
     * Reads the canonical form.
     *
     * @param bytes what {@link #encode()} gave
     * @return the outcome
     * @throws IllegalArgumentException when the bytes are none
     */
    public static Outcome decode(final byte[] bytes) {
        return OutcomeCodec.decode(bytes);
    }
}
