package io.halfspread.app.sweep.judge;

import java.util.LinkedHashMap;
import java.util.Map;
import org.hipparchus.distribution.continuous.NormalDistribution;

/**
 * Deflated Sharpe ratio of Bailey and Lopez de Prado (2014): the chance that a Sharpe ratio is above what the best of as
 * many trials without any merit would show, given how skewed and heavy-tailed its returns are. Ratios are per block,
 * nothing is annualised.
 *
 * @param sharpe      ratio of the winner: mean over deviation of its blocks
 * @param luck        ratio expected of the best of the trials if none had merit
 * @param probability chance that the winner's true ratio is above that; NaN when it cannot be computed
 * @param trials      candidates tried
 * @param independent how many independent ones they are worth
 * @param skewness    of the winner's blocks
 * @param kurtosis    of the winner's blocks, 3 for normal ones
 * @param blocks      number of blocks
 */
public record DeflatedSharpe(
        double sharpe,
        double luck,
        double probability,
        int trials,
        double independent,
        double skewness,
        double kurtosis,
        int blocks) {
    private static final double EULER = 0.5772156649015329;
    private static final NormalDistribution NORMAL = new NormalDistribution(0, 1);

    /**
     * The ratio from its parts.
     *
     * @param sharpe      ratio of the winner per block
     * @param variance    variance of the trials' ratios
     * @param trials      candidates tried
     * @param independent how many independent ones they are worth, from 1
     * @param moments     moments of the winner's blocks
     * @return the deflated ratio
     */
    static DeflatedSharpe of(
            final double sharpe,
            final double variance,
            final int trials,
            final double independent,
            final Moments moments) {
        final double luck = Math.sqrt(variance) * expectedMaximum(independent);
        final double spread = 1 - moments.skewness() * sharpe + (moments.kurtosis() - 1) / 4 * sharpe * sharpe;
        final double probability = moments.count() < 2 || !(spread > 0)
                ? Double.NaN
                : NORMAL.cumulativeProbability((sharpe - luck) * Math.sqrt(moments.count() - 1.0) / Math.sqrt(spread));
        return new DeflatedSharpe(
                sharpe,
                luck,
                probability,
                trials,
                independent,
                moments.skewness(),
                moments.kurtosis(),
                moments.count());
    }

    /**
     * From the blocks of all candidates.
     *
     * @param returns [block][candidate]
     * @param winner  the candidate asked about
     * @param trials  candidates tried, those without full rows included
     */
    static DeflatedSharpe of(final double[][] returns, final int winner, final int trials) {
        final int candidates = returns[0].length;
        final Moments[] moments = new Moments[candidates];
        for (int k = 0; k < candidates; k++) {
            moments[k] = Moments.of(returns, k);
        }
        double sum = 0;
        double squares = 0;
        int counted = 0;
        for (final Moments one : moments) {
            if (one.deviation() > 0) {
                sum += one.sharpe();
                squares += one.sharpe() * one.sharpe();
                counted++;
            }
        }
        final double variance = counted < 2 ? 0 : Math.max(0, (squares - sum * sum / counted) / (counted - 1));
        final double correlation = meanCorrelation(returns, moments, counted);
        final double independent = Math.max(1, correlation + (1 - correlation) * trials);
        return of(moments[winner].sharpe(), variance, trials, independent, moments[winner]);
    }

    /** Where the default has won: there is no gain. */
    static DeflatedSharpe none(final int trials) {
        return new DeflatedSharpe(0, 0, Double.NaN, trials, 1, 0, 3, 0);
    }

    /** Mean of a sample's maximum of standard normal draws, by extreme value theory: equation 1 of the paper. */
    static double expectedMaximum(final double draws) {
        return draws <= 1
                ? 0
                : (1 - EULER) * NORMAL.inverseCumulativeProbability(1 - 1 / draws)
                        + EULER * NORMAL.inverseCumulativeProbability(1 - 1 / (draws * Math.E));
    }

    /** Mean correlation of all pairs, from the variance of the sum of the standardised rows; at least 0. */
    private static double meanCorrelation(final double[][] returns, final Moments[] moments, final int counted) {
        if (counted < 2) {
            return 1;
        }
        double squares = 0;
        for (final double[] block : returns) {
            double sum = 0;
            for (int k = 0; k < block.length; k++) {
                sum += moments[k].deviation() > 0 ? (block[k] - moments[k].mean()) / moments[k].deviation() : 0;
            }
            squares += sum * sum;
        }
        final double variance = squares / (returns.length - 1);
        return Math.max(0, Math.min(1, (variance - counted) / ((double) counted * (counted - 1))));
    }

    /**
     * All of it.
     *
     * @return members in order
     */
    public Map<String, Object> json() {
        final Map<String, Object> json = new LinkedHashMap<>();
        json.put("sharpe_per_block", sharpe);
        json.put("expected_of_luck", luck);
        json.put("probability", probability);
        json.put("trials", trials);
        json.put("independent_trials", independent);
        json.put("skewness", skewness);
        json.put("kurtosis", kurtosis);
        json.put("blocks", blocks);
        return json;
    }
}
