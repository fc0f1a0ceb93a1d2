package io.halfspread.app.dashboard;

import io.halfspread.app.view.AlertPoint;
import io.halfspread.app.view.FillPoint;
import io.halfspread.app.view.GapPoint;
import io.halfspread.app.view.ParamsPoint;
import io.halfspread.app.view.PolicySurface;
import io.halfspread.app.view.SeriesPoint;
import io.halfspread.app.view.SessionView;
import io.halfspread.codec.event.Side;
import io.halfspread.engine.tuning.TuningParam;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The figures of a view that grow: what is new since the last look, or all of it. */
final class ViewTrails {
    private static final double MS = 1e6;

    private final SessionView view;
    private final Map<Integer, long[]> sent = new LinkedHashMap<>();
    private long fills;
    private long alerts;
    private long params;

    ViewTrails(final SessionView view) {
        this.view = view;
    }

    /** Whether something came that nobody should wait for: parameters, alerts, fills. */
    boolean isUrgent() {
        return view.params().points().total() != params
                || view.alerts().total() != alerts
                || view.fills().total() != fills;
    }

    /** What is new, by name of the trail; remembers that it was told. */
    Map<String, Object> news() {
        final Map<String, Object> json = new LinkedHashMap<>();
        putIfAny(json, "fills", fills(view.fills().since(fills)));
        putIfAny(json, "alerts", alerts(view.alerts().since(alerts)));
        putIfAny(json, "params", params(view.params().points().since(params)));
        fills = view.fills().total();
        alerts = view.alerts().total();
        params = view.params().points().total();
        final Map<String, Object> coins = new LinkedHashMap<>();
        for (int i = 0; i < view.engine().instruments(); i++) {
            final long[] told = sent.computeIfAbsent(i, unused -> new long[3]);
            final Map<String, Object> coin = coin(i, told[0], told[1], told[2]);
            told[0] = view.instrument(i).series().total();
            told[1] = view.instrument(i).gaps().total();
            told[2] = policyVersion(i);
            if (!coin.isEmpty()) {
                coins.put(view.engine().coin(i), coin);
            }
        }
        if (!coins.isEmpty()) {
            json.put("coins", coins);
        }
        return json;
    }

    /** Everything that is remembered. */
    Map<String, Object> all() {
        final Map<String, Object> json = new LinkedHashMap<>();
        json.put("fills", fills(view.fills().all()));
        json.put("alerts", alerts(view.alerts().all()));
        json.put("params", params(view.params().points().all()));
        final Map<String, Object> coins = new LinkedHashMap<>();
        for (int i = 0; i < view.engine().instruments(); i++) {
            coins.put(view.engine().coin(i), coin(i, 0, 0, 0));
        }
        json.put("coins", coins);
        return json;
    }

    private static void putIfAny(final Map<String, Object> json, final String name, final List<Object> news) {
        if (!news.isEmpty()) {
            json.put(name, news);
        }
    }

    private long policyVersion(final int i) {
        final PolicySurface.Table table = view.instrument(i).policy().table();
        return table == null ? 0 : table.version();
    }

    private Map<String, Object> coin(final int i, final long seriesFrom, final long gapsFrom, final long version) {
        final Map<String, Object> json = new LinkedHashMap<>();
        final List<SeriesPoint> points = view.instrument(i).series().since(seriesFrom);
        if (!points.isEmpty()) {
            json.put("series", points.stream().map(ViewTrails::series).toList());
        }
        final List<GapPoint> gaps = view.instrument(i).gaps().since(gapsFrom);
        if (!gaps.isEmpty()) {
            json.put("gaps", gaps.stream().map(ViewTrails::gap).toList());
        }
        final PolicySurface.Table table = view.instrument(i).policy().table();
        if (table != null && table.version() != version) {
            json.put("policy", policy(table));
        }
        return json;
    }

    private static double[] series(final SeriesPoint p) {
        return new double[] {
            p.ns() / MS,
            p.bid(),
            p.ask(),
            p.ourBid(),
            p.ourAsk(),
            p.position(),
            p.spread(),
            p.inventory(),
            p.fees(),
            p.funding()
        };
    }

    private static Map<String, Object> gap(final GapPoint gap) {
        final Map<String, Object> json = new LinkedHashMap<>();
        json.put("t", gap.ns() / MS);
        json.put("policy", gap.policyVersion());
        json.put("gap", gap.gapPct());
        json.put("low", gap.lowPct());
        json.put("high", gap.highPct());
        json.put("stationary", gap.stationaryPct());
        json.put("loss", gap.lossPerHour());
        json.put("heuristic", gap.heuristic());
        json.put("optimal", gap.optimal());
        json.put("z", gap.modelZ());
        json.put("strongest", gap.strongest());
        return json;
    }

    private static Map<String, Object> policy(final PolicySurface.Table table) {
        final Map<String, Object> json = new LinkedHashMap<>();
        json.put("version", table.version());
        json.put("t", table.ns() / MS);
        json.put("asOf", table.asOfNs() / MS);
        json.put("source", table.source());
        json.put("rows", table.rows());
        json.put("columns", table.columns());
        json.put("lot", table.lot());
        json.put("step", table.signalStep());
        json.put("weight", table.weight());
        json.put("bids", rounded(table.bids()));
        json.put("asks", rounded(table.asks()));
        return json;
    }

    private static double[] rounded(final double[] values) {
        final double[] rounded = values.clone();
        for (int i = 0; i < rounded.length; i++) {
            rounded[i] = Double.isNaN(rounded[i]) ? Double.NaN : Math.round(rounded[i] * 1000) / 1000.0;
        }
        return rounded;
    }

    private List<Object> fills(final List<FillPoint> fills) {
        final List<Object> json = new ArrayList<>();
        for (final FillPoint fill : fills) {
            final Map<String, Object> line = new LinkedHashMap<>();
            line.put("t", fill.ns() / MS);
            line.put("coin", view.engine().coin(fill.instrument()));
            line.put("side", fill.side() == Side.BID ? "bid" : "ask");
            line.put("px", fill.px());
            line.put("sz", fill.sz());
            line.put("mid", fill.mid());
            line.put("fee", fill.fee());
            line.put("taker", fill.taker());
            line.put("params", fill.paramsVersion());
            json.add(line);
        }
        return json;
    }

    private static List<Object> alerts(final List<AlertPoint> alerts) {
        final List<Object> json = new ArrayList<>();
        for (final AlertPoint alert : alerts) {
            final Map<String, Object> line = new LinkedHashMap<>();
            line.put("t", alert.ns() / MS);
            line.put("coin", alert.coin());
            line.put("code", alert.code());
            line.put("observed", alert.observed());
            line.put("limit", alert.limit());
            json.add(line);
        }
        return json;
    }

    private static List<Object> params(final List<ParamsPoint> points) {
        final List<Object> json = new ArrayList<>();
        for (final ParamsPoint point : points) {
            final Map<String, Object> line = new LinkedHashMap<>();
            line.put("t", point.ns() / MS);
            line.put("version", point.version());
            line.put("kind", point.kind());
            line.put("name", point.name());
            line.put("sha", point.sha256());
            line.put("reason", point.reason());
            line.put("values", point.values() == null ? null : point.values().byKey());
            final List<Object> changes = new ArrayList<>();
            for (final TuningParam param : point.changed()) {
                final Map<String, Object> change = new LinkedHashMap<>();
                change.put("key", param.key());
                change.put("from", point.before().value(param));
                change.put("to", point.values().value(param));
                changes.add(change);
            }
            line.put("changed", changes);
            json.add(line);
        }
        return json;
    }
}
