package io.halfspread.gateway.order;

import io.halfspread.codec.text.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The orders of one account as a venue would keep them: ALO and GTC orders rest, IOC orders are filled, a size of 7 is
 * refused, every nonce counts once. Guarded by itself.
 */
final class OrderBookkeeper {
    private static final String MISSING = "Order was never placed, already canceled, or filled. asset=0";

    private final Map<String, Kept> byCloid = new LinkedHashMap<>();
    private final Map<Long, Kept> byOid = new LinkedHashMap<>();
    private final Set<Long> nonces = new HashSet<>();
    private final List<String> executed = new ArrayList<>();
    private long oids = 500;
    private boolean keyRefused;

    /** One order. */
    static final class Kept {
        final String cloid;
        final long oid;
        final boolean buy;
        final String px;
        final String sz;
        String status;

        Kept(final String cloid, final long oid, final boolean buy, final String px, final String sz) {
            this.cloid = cloid;
            this.oid = oid;
            this.buy = buy;
            this.px = px;
            this.sz = sz;
        }
    }

    /** Refuses every action for its signer from now on, or no longer. */
    synchronized void refuseKey(final boolean now) {
        keyRefused = now;
    }

    /** Executes a signed envelope; the reply is the REST body. */
    synchronized String execute(final JsonNode envelope) {
        if (keyRefused) {
            return "{\"status\":\"err\",\"response\":\"User or API Wallet"
                    + " 0x4b6c5b1287e38b78e61d5dbca726d5e267eda747 does not exist.\"}";
        }
        final long nonce = Long.parseLong(envelope.member("nonce").text());
        if (!nonces.add(nonce)) {
            return "{\"status\":\"err\",\"response\":\"Invalid nonce: duplicate nonce " + nonce + "\"}";
        }
        final JsonNode action = envelope.member("action");
        final String type = action.member("type").text();
        executed.add(type);
        return switch (type) {
            case "order" ->
                statuses(
                        "order",
                        action.member("orders").elements().stream()
                                .map(this::place)
                                .toList());
            case "batchModify" ->
                statuses(
                        "order",
                        action.member("modifies").elements().stream()
                                .map(this::modify)
                                .toList());
            case "cancelByCloid" ->
                statuses(
                        "cancel",
                        action.member("cancels").elements().stream()
                                .map(cancel ->
                                        end(byCloid.get(cancel.member("cloid").text())))
                                .toList());
            case "cancel" ->
                statuses(
                        "cancel",
                        action.member("cancels").elements().stream()
                                .map(cancel -> end(byOid.get(
                                        Long.parseLong(cancel.member("o").text()))))
                                .toList());
            default -> "{\"status\":\"ok\",\"response\":{\"type\":\"default\"}}";
        };
    }

    /** Fills an order that rests. */
    synchronized void fill(final long cloidLow) {
        byCloid.values().stream()
                .filter(kept -> kept.cloid.endsWith(Long.toHexString(cloidLow)) && kept.status.equals("open"))
                .forEach(kept -> kept.status = "filled");
    }

    /** Answers a query. */
    synchronized String info(final JsonNode request) {
        if (request.member("type").text().equals("openOrders")) {
            return byCloid.values().stream()
                    .filter(kept -> kept.status.equals("open"))
                    .map(OrderBookkeeper::order)
                    .collect(Collectors.joining(",", "[", "]"));
        }
        final String key = request.member("oid").text();
        final Kept kept = key.startsWith("0x") ? byCloid.get(key) : byOid.get(Long.parseLong(key));
        return kept == null
                ? "{\"status\":\"unknownOid\"}"
                : "{\"status\":\"order\",\"order\":{\"order\":" + order(kept) + ",\"status\":\"" + kept.status
                        + "\",\"statusTimestamp\":1790232236690}}";
    }

    /** Types of the actions executed, in order. */
    synchronized List<String> executed() {
        return List.copyOf(executed);
    }

    /** Status of an order, {@code none} when there never was one. */
    synchronized String status(final String cloid) {
        final Kept kept = byCloid.get(cloid);
        return kept == null ? "none" : kept.status;
    }

    synchronized long open() {
        return byCloid.values().stream()
                .filter(kept -> kept.status.equals("open"))
                .count();
    }

    private String place(final JsonNode order) {
        final String cloid = order.member("c").text();
        final boolean ioc =
                order.member("t").member("limit").member("tif").text().equals("Ioc");
        final Kept kept = new Kept(
                cloid,
                ++oids,
                order.member("b").text().equals("true"),
                order.member("p").text(),
                order.member("s").text());
        if (byCloid.putIfAbsent(cloid, kept) != null) {
            return "{\"error\":\"order sent twice\"}";
        }
        byOid.put(kept.oid, kept);
        if (kept.sz.equals("7")) {
            kept.status = "badAloPxRejected";
            return "{\"error\":\"Post only order would have immediately matched, bbo was 41@42. asset=0\"}";
        }
        kept.status = ioc ? "filled" : "open";
        return ioc
                ? "{\"filled\":{\"totalSz\":\"" + kept.sz + "\",\"avgPx\":\"" + kept.px + "\",\"oid\":" + kept.oid
                        + ",\"cloid\":\"" + cloid + "\"}}"
                : "{\"resting\":{\"oid\":" + kept.oid + ",\"cloid\":\"" + cloid + "\"}}";
    }

    private String modify(final JsonNode modify) {
        final String key = modify.member("oid").text();
        final Kept target = key.startsWith("0x") ? byCloid.get(key) : byOid.get(Long.parseLong(key));
        if (target == null || !target.status.equals("open")) {
            return "{\"error\":\"Cannot modify canceled or filled order\"}";
        }
        target.status = "canceled";
        return place(modify.member("order"));
    }

    private static String end(final Kept kept) {
        if (kept == null || !kept.status.equals("open")) {
            return "{\"error\":\"" + MISSING + "\"}";
        }
        kept.status = "canceled";
        return "\"success\"";
    }

    private static String statuses(final String type, final List<String> statuses) {
        return "{\"status\":\"ok\",\"response\":{\"type\":\"" + type + "\",\"data\":{\"statuses\":["
                + String.join(",", statuses) + "]}}}";
    }

    private static String order(final Kept kept) {
        final boolean open = kept.status.equals("open");
        return "{\"coin\":\"HYPE\",\"side\":\"" + (kept.buy ? "B" : "A") + "\",\"limitPx\":\"" + kept.px
                + "\",\"sz\":\""
                + (kept.status.equals("filled") ? "0.0" : kept.sz) + "\",\"oid\":" + kept.oid
                + ",\"timestamp\":1790232236000,\"origSz\":\"" + kept.sz + "\",\"cloid\":\"" + kept.cloid
                + "\",\"reduceOnly\":false,\"tif\":" + (open ? "\"Alo\"" : "null") + "}";
    }
}
