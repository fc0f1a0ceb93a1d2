package io.halfspread.app.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

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
        long equity;
        long low;
        long high;
        long mid;
        long position;
        long bought;
        long sold;
        double boughtUsd;
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
     * One point of the curve; prices, sizes and USD are decimal8.
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
            long equity,
            long low,
            long high,
            long mid,
            long position,
            long bought,
            long boughtPx,
            long sold,
            long soldPx) {}

    void begin(final long nowNs) {
        if (!begun) {
            begun = true;
            firstNs = nowNs;
        }
    }

    void at(final long nowNs, final long equity, final long position, final long mid) {
        final Window window = window(nowNs);
        window.equity = equity;
        window.low = Math.min(window.low, equity);
        window.high = Math.max(window.high, equity);
        window.position = position;
        window.mid = mid;
    }

    void onFill(final long nowNs, final long signedSize, final long px) {
        final Window window = window(nowNs);
        if (signedSize > 0) {
            window.bought += signedSize;
            window.boughtUsd += (double) signedSize * px;
        } else {
            window.sold -= signedSize;
            window.soldUsd -= (double) signedSize * px;
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
                    window.bought > 0 ? Math.round(window.boughtUsd / window.bought) : 0,
                    window.sold,
                    window.sold > 0 ? Math.round(window.soldUsd / window.sold) : 0));
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
        json.put("equity", decimals(points, Point::equity));
        json.put("equity_low", decimals(points, Point::low));
        json.put("equity_high", decimals(points, Point::high));
        json.put("mid", decimals(points, Point::mid));
        json.put("position", decimals(points, Point::position));
        json.put("bought", decimals(points, Point::bought));
        json.put("sold", decimals(points, Point::sold));
        return json;
    }

    private static List<BigDecimal> decimals(final List<Point> points, final ToLongFunction<Point> figure) {
        return points.stream()
                .map(point -> Decimals.of(figure.applyAsLong(point)))
                .toList();
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
