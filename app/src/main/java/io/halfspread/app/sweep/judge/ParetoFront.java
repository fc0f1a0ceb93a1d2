package io.halfspread.app.sweep.judge;

import io.halfspread.app.sweep.space.Candidate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Candidates of which none other has at least as much profit for no more risk.
 *
 * @param risk   the metric that is to be small
 * @param points all candidates, by risk
 */
public record ParetoFront(Metric risk, List<Point> points) {
    /**
     * One candidate.
     *
     * @param candidate index
     * @param risk      value of the risk metric
     * @param pnl       profit, USD
     * @param onFront   whether no other candidate is better in one and as good in the other
     */
    public record Point(long candidate, double risk, double pnl, boolean onFront) {
        Map<String, Object> json() {
            final Map<String, Object> json = new LinkedHashMap<>();
            json.put("candidate", candidate);
            json.put("risk", risk);
            json.put("pnl", pnl);
            return json;
        }
    }

    static ParetoFront of(final Metric risk, final List<Candidate> candidates, final List<Totals> totals) {
        final List<Point> points = new ArrayList<>();
        for (int k = 0; k < candidates.size(); k++) {
            points.add(new Point(
                    candidates.get(k).index(),
                    risk.of(totals.get(k)),
                    totals.get(k).pnl(),
                    false));
        }
        points.sort(Comparator.comparingDouble(Point::risk)
                .thenComparing(Comparator.comparingDouble(Point::pnl).reversed())
                .thenComparingLong(Point::candidate));
        double best = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < points.size(); i++) {
            final Point point = points.get(i);
            if (point.pnl() > best) {
                best = point.pnl();
                points.set(i, new Point(point.candidate(), point.risk(), point.pnl(), true));
            }
        }
        return new ParetoFront(risk, List.copyOf(points));
    }

    /**
     * The front.
     *
     * @return its points, by risk
     */
    public List<Point> front() {
        return points.stream().filter(Point::onFront).toList();
    }

    /**
     * The front.
     *
     * @return members in order
     */
    public Map<String, Object> json() {
        final Map<String, Object> json = new LinkedHashMap<>();
        json.put("risk", risk.text());
        json.put("front", front().stream().map(Point::json).toList());
        return json;
    }
}
