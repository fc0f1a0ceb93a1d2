package io.halfspread.app.view;

import io.halfspread.codec.event.ModifyOrderDecoder;
import io.halfspread.codec.event.PlaceOrderDecoder;
import io.halfspread.codec.event.Tif;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongPredicate;

/** Orders sent that are not known to be done, and how long the venue took to answer. For one thread. */
public final class OrderTrail {
    private static final double SCALE = 1e8;
    private static final int REMEMBERED = 1 << 12;

    private final Map<Long, OrderLine> live = new LinkedHashMap<>();
    private final Map<Long, OrderLine> sent = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(final Map.Entry<Long, OrderLine> eldest) {
            return size() > REMEMBERED;
        }
    };
    private final HopHistogram answers = new HopHistogram();

    OrderTrail() {}

    void onPlace(final PlaceOrderDecoder place) {
        add(new OrderLine(
                place.cloidLow(),
                place.instrument(),
                place.side(),
                place.tif() == Tif.IOC,
                place.px() / SCALE,
                place.sz() / SCALE,
                place.eventNs(),
                place.paramsVersion()));
    }

    void onModify(final ModifyOrderDecoder modify) {
        add(new OrderLine(
                modify.cloidLow(),
                modify.instrument(),
                modify.side(),
                false,
                modify.px() / SCALE,
                modify.sz() / SCALE,
                modify.eventNs(),
                modify.paramsVersion()));
    }

    private void add(final OrderLine order) {
        live.put(order.cloidLow(), order);
        sent.put(order.cloidLow(), order);
    }

    /** The venue answered the command that made an order. */
    void onAnswer(final long cloidLow, final long ns) {
        final OrderLine order = sent.get(cloidLow);
        if (order != null) {
            answers.record(ns - order.sentNs());
        }
    }

    /** Parameters under which an order was sent, 0 when it is not remembered. */
    long paramsVersionOf(final long cloidLow) {
        final OrderLine order = sent.get(cloidLow);
        return order == null ? 0 : order.paramsVersion();
    }

    /** Orders that may still be open, oldest first. */
    List<OrderLine> live(final LongPredicate isLive) {
        final Iterator<Long> ids = live.keySet().iterator();
        while (ids.hasNext()) {
            if (!isLive.test(ids.next())) {
                ids.remove();
            }
        }
        return new ArrayList<>(live.values());
    }

    /**
     * From the event that caused an order to the venue's answer.
     *
     * @return the hop
     */
    public HopHistogram answers() {
        return answers;
    }
}
