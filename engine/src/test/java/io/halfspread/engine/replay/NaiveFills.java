package io.halfspread.engine.replay;

import io.halfspread.codec.event.Side;
import io.halfspread.codec.event.Tif;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rule of the touch fill model, written plainly with exact decimals and lists: the twin of {@link TouchFills}. */
final class NaiveFills {
    private final List<Order> orders = new ArrayList<>();
    private final Map<Integer, BigDecimal[]> touches = new HashMap<>();
    private final Map<Integer, BigDecimal> positions = new HashMap<>();
    private final Map<Long, Side> sides = new HashMap<>();
    private List<String> lines = new ArrayList<>();

    private static final class Order {
        int instrument;
        Side side;
        boolean reduceOnly;
        long id;
        BigDecimal px;
        BigDecimal left;
    }

    void touch(final int instrument, final double bid, final double bidSz, final double ask, final double askSz) {
        touches.put(instrument, new BigDecimal[] {exact(bid), exact(bidSz), exact(ask), exact(askSz)});
    }

    void trade(final int instrument, final double px, final double size, final long tid, final boolean replayed) {
        BigDecimal left = replayed ? BigDecimal.ZERO : exact(size);
        for (final Side side : new Side[] {Side.BID, Side.ASK}) {
            final List<Order> through = new ArrayList<>(orders.stream()
                    .filter(o -> o.instrument == instrument && o.side == side)
                    .filter(o -> side == Side.BID
                            ? exact(px).compareTo(o.px) < 0
                            : exact(px).compareTo(o.px) > 0)
                    .toList());
            final Comparator<Order> byPrice = Comparator.comparing(o -> o.px);
            through.sort(side == Side.BID ? byPrice.reversed() : byPrice);
            for (final Order order : through) {
                if (left.signum() > 0) {
                    left = left.subtract(fillResting(order, left, tid));
                }
            }
        }
    }

    private BigDecimal fillResting(final Order order, final BigDecimal size, final long tid) {
        final BigDecimal met = size.min(order.left);
        final BigDecimal traded = allowed(order, met);
        if (traded.signum() > 0) {
            execute(order, order.px, traded, "maker", tid);
        }
        if (order.left.signum() == 0) {
            end(order, "FILLED");
        } else if (traded.compareTo(met) < 0) {
            lines.add("order " + order.id + " CANCELED_BY_VENUE " + text(order.left)
                    + " reduce-only: no position to reduce");
            orders.remove(order);
        } else {
            lines.add("order " + order.id + " OPEN " + text(order.left));
        }
        return traded;
    }

    void place(
            final int instrument,
            final Side side,
            final Tif tif,
            final boolean reduceOnly,
            final long id,
            final double px,
            final double size) {
        final Order order = new Order();
        order.instrument = instrument;
        order.side = side;
        order.reduceOnly = reduceOnly;
        order.id = id;
        order.px = exact(px);
        order.left = exact(size);
        orders.add(order);
        sides.put(id, side);
        final BigDecimal[] touch = touches.get(instrument);
        final boolean bid = side == Side.BID;
        final boolean crosses =
                touch != null && (bid ? order.px.compareTo(touch[2]) >= 0 : order.px.compareTo(touch[0]) <= 0);
        if (crosses && tif == Tif.ALO) {
            end(order, "REJECTED_POST_ONLY");
            return;
        }
        if (allowed(order, order.left).signum() == 0) {
            lines.add("order " + id + " REJECTED " + text(order.left) + " reduce-only: no position to reduce");
            orders.remove(order);
            return;
        }
        if (crosses) {
            final int at = bid ? 3 : 1;
            final BigDecimal traded = allowed(order, touch[at].min(order.left));
            if (traded.signum() > 0) {
                touch[at] = touch[at].subtract(traded);
                execute(order, touch[at - 1], traded, "taker", 0);
            }
        }
        if (order.left.signum() == 0) {
            end(order, "FILLED");
        } else if (tif == Tif.IOC) {
            end(order, "CANCELED");
        } else {
            lines.add("order " + id + " OPEN " + text(order.left));
        }
    }

    void modify(
            final int instrument,
            final Side side,
            final long target,
            final long id,
            final double px,
            final double size) {
        final Order old = find(target);
        if (old == null) {
            lines.add("order " + id + " REJECTED " + text(exact(size)) + " the order to modify is not open");
            return;
        }
        end(old, "CANCELED");
        place(instrument, side, Tif.ALO, false, id, px, size);
    }

    void cancel(final long target) {
        final Order order = find(target);
        if (order == null) {
            lines.add("cancel of " + target + " ERROR");
        } else {
            end(order, "CANCELED");
        }
    }

    Side sideOf(final long id, final Side otherwise) {
        return sides.getOrDefault(id, otherwise);
    }

    List<String> drain() {
        final List<String> drained = lines;
        lines = new ArrayList<>();
        return drained;
    }

    private Order find(final long id) {
        return orders.stream().filter(o -> o.id == id).findFirst().orElse(null);
    }

    private void end(final Order order, final String status) {
        lines.add("order " + order.id + " " + status + " " + text(order.left));
        orders.remove(order);
    }

    private void execute(
            final Order order, final BigDecimal px, final BigDecimal size, final String how, final long cause) {
        lines.add("fill " + order.id + " " + text(px) + " " + text(size) + " " + how + " cause " + cause);
        order.left = order.left.subtract(size);
        positions.merge(order.instrument, order.side == Side.BID ? size : size.negate(), BigDecimal::add);
    }

    private BigDecimal allowed(final Order order, final BigDecimal size) {
        if (!order.reduceOnly) {
            return size;
        }
        final BigDecimal held = positions.getOrDefault(order.instrument, BigDecimal.ZERO);
        return size.min(order.side == Side.BID ? held.negate() : held).max(BigDecimal.ZERO);
    }

    private static BigDecimal exact(final double value) {
        return BigDecimal.valueOf(Messages.scaled(value), 8);
    }

    private static String text(final BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
