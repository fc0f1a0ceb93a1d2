package io.halfspread.app.sweep.judge;

import io.halfspread.app.sweep.space.Candidate;
import io.halfspread.app.sweep.space.Scored;
import io.halfspread.app.sweep.space.Space;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The objective over two parameters, whatever the others.
 *
 * @param across  name of the parameter to the right
 * @param up      name of the parameter upwards
 * @param columns values to the right, or middles of ranges
 * @param rows    values upwards, or middles of ranges
 * @param means   mean of the objective: [row][column], NaN without a candidate
 * @param counts  candidates: [row][column]
 */
public record HeatMap(
        String across, String up, List<String> columns, List<String> rows, double[][] means, int[][] counts) {
    private static final int PARTS = 8;

    /** Over each pair of some parameters. */
    static List<HeatMap> of(final Space space, final List<Scored> scored, final List<String> parameters) {
        final List<HeatMap> maps = new ArrayList<>();
        for (int i = 0; i < parameters.size(); i++) {
            for (int j = i + 1; j < parameters.size(); j++) {
                maps.add(of(space, scored, parameters.get(i), parameters.get(j)));
            }
        }
        return maps;
    }

    private static HeatMap of(final Space space, final List<Scored> scored, final String across, final String up) {
        final List<Candidate> candidates =
                scored.stream().map(Scored::candidate).toList();
        final Bins columns = Bins.of(space.dimension(across), candidates, PARTS);
        final Bins rows = Bins.of(space.dimension(up), candidates, PARTS);
        final double[][] means = new double[rows.count()][columns.count()];
        final int[][] counts = new int[rows.count()][columns.count()];
        for (final Scored one : scored) {
            final int column = columns.part(one.candidate());
            final int row = rows.part(one.candidate());
            if (column >= 0 && row >= 0 && Double.isFinite(one.score())) {
                means[row][column] += one.score();
                counts[row][column]++;
            }
        }
        for (int row = 0; row < means.length; row++) {
            for (int column = 0; column < means[row].length; column++) {
                means[row][column] /= counts[row][column];
            }
        }
        return new HeatMap(across, up, labels(columns), labels(rows), means, counts);
    }

    private static List<String> labels(final Bins bins) {
        final List<String> labels = new ArrayList<>();
        for (int i = 0; i < bins.count(); i++) {
            labels.add(bins.label(i));
        }
        return labels;
    }

    /**
     * All of it.
     *
     * @return members in order; means and counts row by row
     */
    public Map<String, Object> json() {
        final Map<String, Object> json = new LinkedHashMap<>();
        json.put("across", across);
        json.put("up", up);
        json.put("columns", columns);
        json.put("rows", rows);
        json.put("means", Arrays.asList(means));
        json.put(
                "counts",
                Arrays.stream(counts)
                        .map(row -> Arrays.stream(row).boxed().toList())
                        .toList());
        return json;
    }
}
