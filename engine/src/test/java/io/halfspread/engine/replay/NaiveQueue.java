package io.halfspread.engine.replay;

import io.halfspread.codec.decimal.DecimalText;
import io.halfspread.codec.event.Side;
import io.halfspread.codec.event.Tif;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The rules of the queue fill model written plainly, block by block: all trades of a block move the queue before its book does,
 * whichever is reported first. The twin of {@link QueueFills} for one instrument. Prices and sizes are decimal8.
 */
final class NaiveQueue {
    private final CancelRule rule;
    private final List<Order> orders = new ArrayList<>();
    private final TreeMap<Long, Long> bids = new TreeMap<>(Comparator.reverseOrder());
    private final TreeMap<Long, Long> asks = new TreeMap<>();
    private final Map<Long, Long> taken = new TreeMap<>();
    private long position;
    private List<String> lines = new ArrayList<>();

    NaiveQueue(final CancelRule rule) {
        this.rule = rule;
    }

    private static final class Order {
        Side side;
        boolean reduceOnly;
        long id;
        long px;
        long left;
        long ahead;
        long shown;
        boolean known;
        long crossing;
    }

    /** One trade of the tape. */
    record Print(Side aggressor, long px, long size, long tid) {}

    /** One book event; a complete one has every level, another one only the best of each side. */
    record Shown(boolean complete, TreeMap<Long, Long> bids, TreeMap<Long, Long> asks) {}

    void block(final List<Print> prints, final Shown book, final boolean bookFirst) {
        if (bookFirst) {
            cross(book);
        }
        prints.forEach(this::trade);
        if (!bookFirst) {
            cross(book);
        }
        for (final Order order : orders) {
            final TreeMap<Long, Long> own = order.side == Side.BID ? book.bids : book.asks;
            final boolean covered = book.complete || own.isEmpty() || !isBetter(order.side, own.firstKey(), order.px);
            if (covered) {
                see(order, own.getOrDefault(order.px, 0L));
            }
        }
        merge(book);
        taken.clear();
    }

    private void see(final Order order, final long size) {
        if (!order.known) {
            order.ahead = size;
        } else if (rule == CancelRule.PESSIMISTIC) {
            order.ahead = Math.min(order.ahead, size);
        } else {
            order.ahead = Math.min(size, Math.max(0, order.ahead - Math.max(0, order.shown - size)));
        }
        order.known = true;
        order.shown = size;
    }

    private void merge(final Shown book) {
        if (book.complete) {
            bids.clear();
            bids.putAll(book.bids);
            asks.clear();
            asks.putAll(book.asks);
            return;
        }
        bids.keySet().removeIf(px -> px > book.bids.firstKey() || px >= book.asks.firstKey());
        asks.keySet().removeIf(px -> px < book.asks.firstKey() || px <= book.bids.firstKey());
        bids.putAll(book.bids);
        asks.putAll(book.asks);
    }

    private void trade(final Print print) {
        final Side side = print.aggressor == Side.BID ? Side.ASK : Side.BID;
        long left = print.size;
        for (final Order order : priority(side)) {
            if (isBetter(side, order.px, print.px)) {
                order.known = true;
                order.ahead = 0;
                order.shown = 0;
                left -= fill(order, left, print.tid);
            }
        }
        long others = 0;
        for (final Order order : priority(side)) {
            if (order.px != print.px) {
                continue;
            }
            if (!order.known) {
                others += left;
                left = 0;
                continue;
            }
            final long take = Math.min(left, Math.max(0, order.ahead - others));
            others += take;
            left -= take;
            order.ahead = Math.max(0, order.ahead - others);
            order.shown = Math.max(0, order.shown - print.size);
            left -= fill(order, left, print.tid);
        }
    }

    private void cross(final Shown book) {
        for (final Side side : new Side[] {Side.BID, Side.ASK}) {
            long used = 0;
            for (final Order order : priority(side)) {
                long size = 0;
                for (final Map.Entry<Long, Long> level : (side == Side.BID ? book.asks : book.bids).entrySet()) {
                    size += isBetter(side, level.getKey(), order.px) ? 0 : level.getValue();
                }
                final long fresh = Math.max(0, size - order.crossing);
                order.crossing = size == 0 ? 0 : Math.max(size, order.crossing);
                used += fill(order, Math.max(0, fresh - used), 0);
            }
        }
    }

    void place(
            final Side side, final Tif tif, final boolean reduceOnly, final long id, final long px, final long size) {
        final Order order = new Order();
        order.side = side;
        order.reduceOnly = reduceOnly;
        order.id = id;
        order.px = px;
        order.left = size;
        final TreeMap<Long, Long> other = side == Side.BID ? asks : bids;
        final boolean crosses = !other.isEmpty() && !isBetter(side, other.firstKey(), px);
        if (tif == Tif.ALO && (crosses || ownWithin(order, px) != null)) {
            say(order, "REJECTED_POST_ONLY");
            return;
        }
        if (reduceOnly && allowed(order, size) == 0) {
            lines.add("order " + id + " REJECTED " + text(size) + " reduce-only: no position to reduce");
            return;
        }
        for (final Map.Entry<Long, Long> level : other.entrySet()) {
            if (isBetter(side, level.getKey(), px)) {
                break;
            }
            final long left = level.getValue() - taken.getOrDefault(level.getKey(), 0L);
            order.crossing += left;
            if (order.left > 0) {
                cancelOwn(order, level.getKey());
                final long traded = allowed(order, Math.min(left, order.left));
                if (traded > 0) {
                    taken.merge(level.getKey(), traded, Long::sum);
                    execute(order, level.getKey(), traded, "taker", 0);
                }
            }
        }
        if (tif != Tif.ALO && order.left > 0) {
            cancelOwn(order, px);
        }
        if (order.left == 0) {
            say(order, "FILLED");
        } else if (tif == Tif.IOC) {
            say(order, "CANCELED");
        } else {
            final TreeMap<Long, Long> own = side == Side.BID ? bids : asks;
            order.known = !own.isEmpty() && !isBetter(side, own.lastKey(), px);
            order.ahead = own.getOrDefault(px, 0L);
            order.shown = order.ahead;
            orders.add(order);
            say(order, "OPEN");
        }
    }

    void cancel(final long id) {
        final Order order = find(id);
        if (order == null) {
            lines.add("cancel of " + id + " ERROR");
        } else {
            orders.remove(order);
            say(order, "CANCELED");
        }
    }

    void modify(final Side side, final long target, final long id, final long px, final long size) {
        final Order old = find(target);
        if (old == null) {
            lines.add("order " + id + " REJECTED " + text(size) + " the order to modify is not open");
            return;
        }
        cancel(target);
        place(side, Tif.ALO, false, id, px, size);
    }

    Side sideOf(final long id, final Side otherwise) {
        return find(id) == null ? otherwise : find(id).side;
    }

    List<String> drain() {
        final List<String> drained = lines;
        lines = new ArrayList<>();
        return drained;
    }

    private void cancelOwn(final Order order, final long px) {
        for (Order own = ownWithin(order, px); own != null; own = ownWithin(order, px)) {
            orders.remove(own);
            lines.add("order " + own.id + " CANCELED_BY_VENUE " + text(own.left)
                    + " cancelled: our own order would have traded with it");
        }
    }

    private Order ownWithin(final Order order, final long px) {
        return orders.stream()
                .filter(own -> own.side != order.side && !isBetter(order.side, own.px, px))
                .findFirst()
                .orElse(null);
    }

    private long fill(final Order order, final long size, final long cause) {
        final long met = Math.min(size, order.left);
        if (met == 0) {
            return 0;
        }
        final long traded = allowed(order, met);
        if (traded > 0) {
            execute(order, order.px, traded, "maker", cause);
        }
        if (order.left == 0) {
            orders.remove(order);
            say(order, "FILLED");
        } else if (traded < met) {
            orders.remove(order);
            lines.add("order " + order.id + " CANCELED_BY_VENUE " + text(order.left)
                    + " reduce-only: no position to reduce");
        } else {
            say(order, "OPEN");
        }
        return traded;
    }

    private void execute(final Order order, final long px, final long size, final String how, final long cause) {
        lines.add("fill " + order.id + " " + text(px) + " " + text(size) + " " + how + " cause " + cause);
        order.left -= size;
        position += order.side == Side.BID ? size : -size;
    }

    private long allowed(final Order order, final long size) {
        if (!order.reduceOnly) {
            return size;
        }
        return Math.max(0, Math.min(size, order.side == Side.BID ? -position : position));
    }

    private List<Order> priority(final Side side) {
        final Comparator<Order> byPx = Comparator.comparing(order -> order.px);
        return orders.stream()
                .filter(order -> order.side == side)
                .sorted(side == Side.BID ? byPx.reversed() : byPx)
                .toList();
    }

    private Order find(final long id) {
        return orders.stream().filter(order -> order.id == id).findFirst().orElse(null);
    }

    private void say(final Order order, final String status) {
        lines.add("order " + order.id + " " + status + " " + text(order.left));
    }

    private static boolean isBetter(final Side side, final long px, final long than) {
        return side == Side.BID ? px > than : px < than;
    }

    private static String text(final long decimal8) {
        return DecimalText.print(decimal8);
    }
}
