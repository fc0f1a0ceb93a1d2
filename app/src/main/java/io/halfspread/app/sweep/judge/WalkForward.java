package io.halfspread.app.sweep.judge;

import io.halfspread.app.sweep.space.Scored;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Choosing on the past and judging on what came after, which no candidate could be chosen for: the time is cut into parts of
 * equal length; before each part but the first, the candidate with the most profit so far is chosen.
 *
 * @param splits one a part but the first; empty with too few blocks
 * @param gain   profit of the chosen above the default's, over all parts but the first, USD
 */
public record WalkForward(List<Split> splits, Band gain) {
    private static final int LEAST_BLOCKS_OF_A_PART = 2;

    /**
     * One choice.
     *
     * @param chosen  index of the candidate chosen
     * @param blocks  blocks it was chosen on
     * @param earlier its gain above the default on them, USD for a block
     * @param judged  blocks it was judged on
     * @param later   its gain above the default on those, USD for a block
     */
    public record Split(long chosen, int blocks, double earlier, int judged, double later) {
        Map<String, Object> json() {
            final Map<String, Object> json = new LinkedHashMap<>();
            json.put("chosen", chosen);
            json.put("chosen_on_blocks", blocks);
            json.put("gain_per_block_before", earlier);
            json.put("judged_on_blocks", judged);
            json.put("gain_per_block_after", later);
            return json;
        }
    }

    static WalkForward of(final Evidence evidence, final JudgeSettings settings) {
        final double[][] profit = evidence.profit();
        final int parts = settings.splits() + 1;
        final List<Split> splits = new ArrayList<>();
        if (profit.length < parts * LEAST_BLOCKS_OF_A_PART) {
            return new WalkForward(splits, Band.of(Double.NaN));
        }
        final int first = profit.length / parts;
        final double[][] gains = new double[profit.length - first][1];
        final double[] soFar = new double[evidence.full().size()];
        int begin = 0;
        for (int part = 0; part < parts; part++) {
            final int end = (int) ((long) profit.length * (part + 1) / parts);
            if (part > 0) {
                final int chosen = best(evidence.full(), soFar);
                double later = 0;
                for (int t = begin; t < end; t++) {
                    final double gain = profit[t][chosen] - profit[t][0];
                    gains[t - first][0] = gain;
                    later += gain;
                }
                splits.add(new Split(
                        evidence.full().get(chosen).candidate().index(),
                        begin,
                        (soFar[chosen] - soFar[0]) / begin,
                        end - begin,
                        later / (end - begin)));
            }
            for (int t = begin; t < end; t++) {
                for (int k = 0; k < soFar.length; k++) {
                    soFar[k] += profit[t][k];
                }
            }
            begin = end;
        }
        return new WalkForward(List.copyOf(splits), Bands.sums(gains, new int[] {gains.length}, settings)[0]);
    }

    /** The first of those with the most profit, among candidates that keep the constraints. */
    private static int best(final List<Scored> candidates, final double... soFar) {
        int best = 0;
        for (int k = 1; k < soFar.length; k++) {
            if (candidates.get(k).violation() == 0 && soFar[k] > soFar[best]) {
                best = k;
            }
        }
        return best;
    }

    /**
     * All of it.
     *
     * @return members in order
     */
    public Map<String, Object> json() {
        final Map<String, Object> json = new LinkedHashMap<>();
        json.put("gain", splits.isEmpty() ? null : gain.json());
        json.put("splits", splits.stream().map(Split::json).toList());
        return json;
    }
}
