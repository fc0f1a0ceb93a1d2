package io.halfspread.app.sweep.judge;

import io.halfspread.app.sweep.run.CoinOutcome;
import io.halfspread.app.sweep.run.Outcome;
import java.util.List;

/**
 * What a candidate came to over some captures. Amounts in USD.
 *
 * @param profit      profit by where it came from, decimal8
 * @param makerFills  fills of resting orders
 * @param takerFills  fills that crossed the market
 * @param volume      value traded
 * @param quotes      quotes placed or modified
 * @param commands    commands of any kind
 * @param drawdown    deepest fall of the profit within a capture
 * @param positionUsd value of the positions whatever their side, mean over time
 * @param touch       share of the market's time with an order at the best price, mean of both sides
 * @param markoutBps  mean markout of maker fills after 5 s, bps; NaN without any
 */
public record Totals(
        CoinOutcome.Profit profit,
        long makerFills,
        long takerFills,
        double volume,
        long quotes,
        long commands,
        double drawdown,
        double positionUsd,
        double touch,
        double markoutBps) {
    private static final double DECIMAL8 = 1e8;

    /**
     * Adds up.
     *
     * @param outcomes outcomes of one candidate, one a capture, in the order of the captures
     * @return the sums; means are weighted by time or by fills
     */
    public static Totals of(final List<Outcome> outcomes) {
        CoinOutcome.Profit profit = CoinOutcome.Profit.NONE;
        long maker = 0;
        long taker = 0;
        long volume = 0;
        long quotes = 0;
        long commands = 0;
        long drawdown = 0;
        double held = 0;
        double blocks = 0;
        double touchNs = 0;
        double marketNs = 0;
        double markouts = 0;
        long marked = 0;
        for (final Outcome outcome : outcomes) {
            profit = profit.plus(outcome.profit());
            drawdown = Math.max(drawdown, outcome.drawdown());
            final double length = outcome.coins().get(0).blockProfit().length;
            blocks += length;
            for (final CoinOutcome coin : outcome.coins()) {
                maker += coin.traffic().makerFills();
                taker += coin.traffic().takerFills();
                volume += coin.traffic().volume();
                quotes += coin.traffic().quotes();
                commands += coin.traffic().commands();
                held += coin.risk().meanAbsUsd() * length;
                touchNs += coin.market().bidTouch() + (double) coin.market().askTouch();
                marketNs += 2.0 * coin.market().ns();
                markouts += coin.markout().sumBps();
                marked += coin.markout().fills();
            }
        }
        return new Totals(
                profit,
                maker,
                taker,
                volume / DECIMAL8,
                quotes,
                commands,
                drawdown / DECIMAL8,
                blocks == 0 ? 0 : held / blocks,
                marketNs == 0 ? 0 : touchNs / marketNs,
                marked == 0 ? Double.NaN : markouts / marked);
    }

    /**
     * Profit, net of fees.
     *
     * @return USD
     */
    public double pnl() {
        return profit.total() / DECIMAL8;
    }
}
