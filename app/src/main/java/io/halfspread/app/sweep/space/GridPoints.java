package io.halfspread.app.sweep.space;

import io.halfspread.app.console.Failure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Every combination of the dimensions' values; the last dimension varies fastest. */
final class GridPoints {
    private GridPoints() {}

    static List<Candidate> of(final Space space, final int most) {
        double count = 1;
        for (final Dimension dimension : space.dimensions()) {
            count *= dimension.grid().size();
        }
        if (count > most) {
            throw Failure.badInput(String.format(
                    Locale.ROOT,
                    "a grid of %,.0f sets; accepted: at most %,d; state fewer steps, or search by sobol",
                    count,
                    most));
        }
        List<Map<String, Object>> points = List.of(Map.of());
        for (final Dimension dimension : space.dimensions()) {
            final List<Map<String, Object>> longer = new ArrayList<>();
            for (final Map<String, Object> point : points) {
                for (final Object value : dimension.grid()) {
                    final Map<String, Object> extended = new LinkedHashMap<>(point);
                    extended.put(dimension.name(), value);
                    longer.add(extended);
                }
            }
            points = longer;
        }
        return Points.numbered(points);
    }
}
