package io.halfspread.app.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Equity, price and position over time in at most {@value #CAPACITY} windows of equal length: each keeps the last values and
 * the extremes of equity. When the session outgrows them, neighbours are joined and the windows are twice as long. For one thread.
 */
final class Curve {
    /** Most windows. */
    static final int CAPACITY = 720;

    private static final long FIRST_WIDTH_NS = 100_000_000L;

    private final List<Window> windows = new ArrayList<>();
    private long firstNs;
    private long widthNs = FIRST_WIDTH_NS;
    private boolean begun;

    /** One window: state at its end, extremes and fills within it. */
    private static final class Window {
        double equity;
        double low;
        double high;
        double mid;
        double position;
        double bought;
        double boughtUsd;
        double sold;
        double soldUsd;

        Window(final Window before) {
            if (before != null) {
                equity = before.equity;
                mid = before.mid;
                position = before.position;
            }
            low = equity;
            high = equity;
        }

        void join(final Window later) {
            equity = later.equity;
            mid = later.mid;
            position = later.position;
            low = Math.min(low, later.low);
            high = Math.max(high, later.high);
            bought += later.bought;
            boughtUsd += later.boughtUsd;
            sold += later.sold;
            soldUsd += later.soldUsd;
        }
    }

    /**
     * One point of the curve.
     *
     * @param seconds   end of the window, since the start of the session
     * @param equity    profit there, USD
     * @param low       least profit within the window
     * @param high      most profit within the window
     * @param mid       mid price there, 0 before the first
     * @param position  position there, base units
     * @param bought    size bought within the window, base units
     * @param boughtPx  mean price of it, 0 without
     * @param sold      size sold within the window, base units
     * @param soldPx    mean price of it, 0 without
     */
    record Point(
            double seconds,
            double equity,
            double low,
            double high,
            double mid,
            double position,
            double bought,
            double boughtPx,
            double sold,
            double soldPx) {}

    void begin(final long nowNs) {
        if (!begun) {
            begun = true;
            firstNs = nowNs;
        }
    }

    void at(final long nowNs, final double equity, final double position, final double mid) {
        final Window window = window(nowNs);
        window.equity = equity;
        window.low = Math.min(window.low, equity);
        window.high = Math.max(window.high, equity);
        window.position = position;
        window.mid = mid;
    }

    void onFill(final long nowNs, final double signedSize, final double px) {
        final Window window = window(nowNs);
        if (signedSize > 0) {
            window.bought += signedSize;
            window.boughtUsd += signedSize * px;
        } else {
            window.sold -= signedSize;
            window.soldUsd -= signedSize * px;
        }
    }

    List<Point> points(final long lastNs) {
        final List<Point> points = new ArrayList<>();
        if (begun) {
            window(lastNs);
        }
        for (int i = 0; i < windows.size(); i++) {
            final Window window = windows.get(i);
            final long endNs = Math.min(lastNs - firstNs, (i + 1) * widthNs);
            points.add(new Point(
                    endNs / 1e9,
                    window.equity,
                    window.low,
                    window.high,
                    window.mid,
                    window.position,
                    window.bought,
                    window.bought > 0 ? window.boughtUsd / window.bought : 0,
                    window.sold,
                    window.sold > 0 ? window.soldUsd / window.sold : 0));
        }
        return points;
    }

    double windowSeconds() {
        return widthNs / 1e9;
    }

    static Map<String, Object> json(final double windowSeconds, final List<Point> points) {
        final Map<String, Object> json = new LinkedHashMap<>();
        json.put("window_s", windowSeconds);
        json.put("t", points.stream().map(Point::seconds).toList());
        json.put("equity", points.stream().map(Point::equity).toList());
        json.put("equity_low", points.stream().map(Point::low).toList());
        json.put("equity_high", points.stream().map(Point::high).toList());
        json.put("mid", points.stream().map(Point::mid).toList());
        json.put("position", points.stream().map(Point::position).toList());
        json.put("bought", points.stream().map(Point::bought).toList());
        json.put("sold", points.stream().map(Point::sold).toList());
        return json;
    }

    private Window window(final long nowNs) {
        long index = Math.max(0, nowNs - firstNs) / widthNs;
        while (index >= CAPACITY) {
            halve();
            index = Math.max(0, nowNs - firstNs) / widthNs;
        }
        while (windows.size() <= index) {
            windows.add(new Window(windows.isEmpty() ? null : windows.get(windows.size() - 1)));
        }
        return windows.get((int) index);
    }

    private void halve() {
        final int joined = (windows.size() + 1) / 2;
        for (int i = 0; i < joined; i++) {
            final Window first = windows.get(2 * i);
            if (2 * i + 1 < windows.size()) {
                first.join(windows.get(2 * i + 1));
            }
            windows.set(i, first);
        }
        windows.subList(joined, windows.size()).clear();
        widthNs *= 2;
    }
}
