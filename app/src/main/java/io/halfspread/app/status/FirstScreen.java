package io.halfspread.app.status;

import io.halfspread.app.console.Ink;
import io.halfspread.app.explain.ReasonWords;
import io.halfspread.app.pnl.PnlSplit;
import io.halfspread.app.replay.DecisionLog;
import io.halfspread.app.view.AlertPoint;
import io.halfspread.app.view.GapPoint;
import io.halfspread.app.view.MarketFigures;
import io.halfspread.app.view.OrderLine;
import io.halfspread.app.view.ParamsPoint;
import io.halfspread.app.view.SessionView;
import io.halfspread.codec.event.QuoteDecisionDecoder;
import io.halfspread.codec.event.QuoteReason;
import io.halfspread.codec.event.Side;
import io.halfspread.engine.handler.QuotingHandler;
import io.halfspread.engine.order.Order;
import io.halfspread.engine.tuning.TuningParam;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the dashboard shows first, as lines for a terminal: market, quotes and why, inventory, profit, gap, orders, parameters, alerts. */
final class FirstScreen {
    private static final int DECIMAL8 = 8;
    private static final double SCALE = 1e8;
    private static final double SECOND_NS = 1e9;
    private static final double BPS = 1e4;
    private static final int SHOWN = 3;
    private static final int GAUGE = 20;
    private static final long OLD_NS = 3_000_000_000L;

    private final SessionView view;
    private final Ink ink;
    private final List<String> lines = new ArrayList<>();

    FirstScreen(final SessionView view, final Ink ink) {
        this.view = view;
        this.ink = ink;
    }

    /** The lines of all instruments and of the session. */
    List<String> lines() {
        for (int i = 0; i < view.engine().instruments(); i++) {
            instrument(i);
        }
        orders();
        params();
        alerts();
        return lines;
    }

    private void instrument(final int i) {
        final QuotingHandler engine = view.engine();
        final MarketFigures market = view.instrument(i).market();
        line(
                engine.coin(i),
                "%s x %s | %s x %s; mark %s, oracle %s",
                number(market.bidSz()),
                ink.strong(number(market.bidPx())),
                ink.strong(number(market.askPx())),
                number(market.askSz()),
                number(market.markPx()),
                number(market.oraclePx()));
        final QuoteDecisionDecoder decision = view.outputs().decision(i);
        quote(i, Side.ASK, decision == null ? null : decision.askReason());
        quote(i, Side.BID, decision == null ? null : decision.bidReason());
        if (decision != null) {
            line("", "%s", DecisionLog.state(decision));
            line("", "%s", DecisionLog.control(decision));
        }
        line(
                "  position",
                "%s of %s  %s  %,d fills",
                plain(engine.position(i)),
                plain(engine.maxPosition(i)),
                ink.faint(gauge(engine.position(i), engine.maxPosition(i))),
                engine.fills(i));
        pnl(i);
        final GapPoint gap = view.instrument(i).gaps().last();
        if (gap != null) {
            line(
                    "  gap",
                    "%.2f %%, policy %d%s",
                    gap.gapPct(),
                    gap.policyVersion(),
                    gap.strongest().isEmpty() ? "" : ", driven most by " + gap.strongest());
        }
        feed(market);
    }

    private void quote(final int i, final Side side, final QuoteReason reason) {
        final Order order = view.engine().quote(i, side);
        final String name = side == Side.BID ? "  bid" : "  ask";
        final String why = ReasonWords.of(reason == null ? QuoteReason.NO_BOOK : reason);
        if (order == null) {
            line(name, "none: %s", ink.alarm(why));
            return;
        }
        final double mid = view.engine().mid(i);
        final double away = (side == Side.BID ? mid - order.px() / SCALE : order.px() / SCALE - mid) / mid * BPS;
        line(
                name,
                "%s at %s, %.1f bps from mid, %s, %.1f s; %s",
                plain(order.remaining()),
                ink.strong(plain(order.px())),
                away,
                words(order.state().name()),
                (view.notes().lastNs() - order.sentNs()) / SECOND_NS,
                ink.faint(why));
    }

    private void pnl(final int i) {
        final PnlSplit split = view.pnl(i);
        final long mid = view.mid(i);
        line(
                "  pnl",
                "%s USD = spread %+.4f, inventory %+.4f, fees %+.4f, funding %+.4f",
                ink.strong(String.format(Locale.ROOT, "%+.4f", split.total(mid) / SCALE)),
                split.spread() / SCALE,
                split.inventory(mid) / SCALE,
                -split.fees() / SCALE,
                split.funding() / SCALE);
    }

    /** The position between its limits, with a mark where it stands. */
    private static String gauge(final long position, final long limit) {
        final double share = limit == 0 ? 0 : Math.max(-1, Math.min(1, (double) position / limit));
        final char[] bar = "-".repeat(GAUGE + 1).toCharArray();
        bar[GAUGE / 2] = '+';
        bar[(int) Math.round((share + 1) / 2 * GAUGE)] = 'o';
        return "[" + new String(bar) + "]";
    }

    private void feed(final MarketFigures market) {
        final List<String> ages = new ArrayList<>();
        for (int stream = 0; stream < MarketFigures.STREAMS.length; stream++) {
            if (market.heardNs(stream) != 0) {
                final long ageNs = view.notes().lastNs() - market.heardNs(stream);
                final String age =
                        String.format(Locale.ROOT, "%s %.1f s", MarketFigures.STREAMS[stream], ageNs / SECOND_NS);
                ages.add(stream == 0 && ageNs > OLD_NS ? ink.alarm(age) : age);
            }
        }
        line("  feed", "%s", ages.isEmpty() ? "nothing heard yet" : String.join(", ", ages));
    }

    private void orders() {
        final List<OrderLine> orders = view.orders();
        line("orders", "%d may be open", orders.size());
        for (final OrderLine order : orders) {
            line(
                    "",
                    "%s %s %s at %s, %.1f s, parameters %d",
                    view.engine().coin(order.instrument()),
                    order.side() == Side.BID ? "bid" : "ask",
                    number(order.sz()),
                    number(order.px()),
                    (view.notes().lastNs() - order.sentNs()) / SECOND_NS,
                    order.paramsVersion());
        }
    }

    private void params() {
        final List<ParamsPoint> points = view.params().points().all();
        for (final ParamsPoint point : points.subList(Math.max(0, points.size() - SHOWN), points.size())) {
            final List<String> changes = new ArrayList<>();
            for (final TuningParam param : point.changed()) {
                changes.add(param.key() + " " + number(point.before().value(param)) + " -> "
                        + number(point.values().value(param)));
            }
            final String from = point.name().isEmpty() ? point.kind() : point.kind() + " " + point.name();
            line(
                    "change",
                    "%s",
                    point.version() == 0
                            ? ink.alarm("refused " + from + ": " + point.reason())
                            : "version " + point.version() + " from " + from
                                    + (changes.isEmpty() ? "" : ": " + String.join(", ", changes)));
        }
    }

    private void alerts() {
        final List<AlertPoint> alerts = view.alerts().all();
        for (final AlertPoint alert : alerts.subList(Math.max(0, alerts.size() - SHOWN), alerts.size())) {
            line(
                    "alert",
                    "%s",
                    ink.alarm(String.format(
                            Locale.ROOT,
                            "%s %s, seen %s, limit %s, %.1f s ago",
                            alert.coin(),
                            words(alert.code()),
                            number(alert.observed()),
                            number(alert.limit()),
                            (view.notes().lastNs() - alert.ns()) / SECOND_NS)));
        }
    }

    private void line(final String name, final String format, final Object... values) {
        final String label = String.format(Locale.ROOT, "%-11s ", name);
        lines.add(ink.faint(label) + String.format(Locale.ROOT, format, values));
    }

    private static String words(final String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String plain(final long decimal8) {
        final BigDecimal plain = BigDecimal.valueOf(decimal8, DECIMAL8).stripTrailingZeros();
        return (plain.scale() < 1 ? plain.setScale(1, RoundingMode.UNNECESSARY) : plain).toPlainString();
    }

    private static String number(final double value) {
        return Double.isFinite(value)
                ? BigDecimal.valueOf(value)
                        .setScale(DECIMAL8, RoundingMode.HALF_EVEN)
                        .stripTrailingZeros()
                        .toPlainString()
                : "-";
    }
}
