package io.halfspread.app.hjb;

import io.halfspread.engine.hjb.HjbGrid;
import io.halfspread.engine.hjb.Policy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;

/** Values by state as tables: one row an inventory, one column a signal node; NaN prints as null. */
final class HjbTables {
    private final HjbGrid grid;

    HjbTables(final HjbGrid grid) {
        this.grid = grid;
    }

    List<double[]> table(final IntToDoubleFunction byState) {
        final List<double[]> rows = new ArrayList<>(grid.rows());
        for (int i = 0; i < grid.rows(); i++) {
            final double[] row = new double[grid.signalNodes()];
            for (int j = 0; j < row.length; j++) {
                row[j] = byState.applyAsDouble(grid.state(i, j));
            }
            rows.add(row);
        }
        return rows;
    }

    List<double[]> bids(final Policy policy) {
        return table(s -> policy.quotesBid(s) ? policy.bidOffsetBps(s) : Double.NaN);
    }

    List<double[]> asks(final Policy policy) {
        return table(s -> policy.quotesAsk(s) ? policy.askOffsetBps(s) : Double.NaN);
    }

    Map<String, Object> axes() {
        final long[] lots = new long[grid.rows()];
        for (int i = 0; i < lots.length; i++) {
            lots[i] = grid.lots(i);
        }
        final double[] signals = new double[grid.signalNodes()];
        for (int j = 0; j < signals.length; j++) {
            signals[j] = grid.signal(j);
        }
        final Map<String, Object> axes = new LinkedHashMap<>();
        axes.put("q", lots);
        axes.put("x", signals);
        axes.put("index", "row = q + Q, column = x index");
        return axes;
    }
}
