package io.halfspread.app.hjb;

import io.halfspread.engine.hjb.GridSearch;
import io.halfspread.engine.hjb.HjbGrid;
import io.halfspread.engine.hjb.HjbSolution;
import io.halfspread.engine.hjb.Policy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The cross-check by grid search: at the current state, half long, and a third short with half the signal. */
final class HjbSearchReport {
    private final HjbResult result;
    private final HjbGrid grid;
    private final HjbSolution optimum;

    HjbSearchReport(final HjbResult result) {
        this.result = result;
        grid = result.problem().model().grid();
        optimum = result.solver().solution();
    }

    List<Map<String, Object>> json() {
        final int cap = grid.maxLots();
        final List<Map<String, Object>> out = new ArrayList<>();
        out.add(search(result.problem().lots(), result.problem().signal()));
        out.add(search(Math.floorDiv(cap, 2), 0));
        out.add(search(-Math.floorDiv(cap, 3), grid.signalLimit() / 2));
        return out;
    }

    private Map<String, Object> search(final double lots, final double signal) {
        final int row = grid.nearestRow(lots);
        final int node = grid.nearestNode(signal);
        final GridSearch found = result.search();
        found.search(optimum, row, node);
        final Map<String, Object> out = new LinkedHashMap<>();
        out.put("q", grid.lots(row));
        out.put("x", grid.signal(node));
        out.put("grid", grid(found));
        out.put("closedForm", closedForm(found, grid.state(row, node)));
        out.put("deficit", found.closedFormValue() - found.value());
        return out;
    }

    private static Map<String, Object> grid(final GridSearch found) {
        final Map<String, Object> out = new LinkedHashMap<>();
        out.put("db", found.bidOffsetBps());
        out.put("da", found.askOffsetBps());
        out.put("nb", found.takerBuyPerS());
        out.put("na", found.takerSellPerS());
        out.put("value", found.value());
        out.put("bound", found.bound());
        return out;
    }

    private Map<String, Object> closedForm(final GridSearch found, final int state) {
        final Policy best = optimum.policy();
        final Map<String, Object> out = new LinkedHashMap<>();
        out.put("db", best.quotesBid(state) ? best.bidOffsetBps(state) : Double.NaN);
        out.put("da", best.quotesAsk(state) ? best.askOffsetBps(state) : Double.NaN);
        out.put("nb", best.takerBuyPerS(state));
        out.put("na", best.takerSellPerS(state));
        out.put("value", found.closedFormValue());
        return out;
    }
}
