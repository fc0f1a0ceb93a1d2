package io.halfspread.pipeline.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Orders of one account and what actions do to them. Guarded by its own lock. */
final class StandInOrders {
    static final ObjectMapper JSON = new ObjectMapper();
    private static final String GONE = "Order was never placed, already canceled, or filled. asset=0";

    private final Map<Long, Order> open = new LinkedHashMap<>();
    private final Set<Long> nonces = new HashSet<>();
    private final Consumer<ObjectNode> updates;
    private final Consumer<ObjectNode> fills;
    private BigDecimal position = BigDecimal.ZERO;
    private BigDecimal bid = new BigDecimal("40.00");
    private BigDecimal ask = new BigDecimal("40.01");
    private long oids = 900;
    private long tids = 100;
    private int batches;
    private int placed;

    StandInOrders(final Consumer<ObjectNode> updates, final Consumer<ObjectNode> fills) {
        this.updates = updates;
        this.fills = fills;
    }

    /** The market moves; resting orders that it reaches trade, in two halves. */
    synchronized void move(final BigDecimal newBid, final BigDecimal newAsk) {
        bid = newBid;
        ask = newAsk;
        for (final Order order : List.copyOf(open.values())) {
            if (order.buy ? order.px.compareTo(ask) >= 0 : order.px.compareTo(bid) <= 0) {
                final BigDecimal half = order.left.divide(BigDecimal.valueOf(2)).setScale(2, RoundingMode.UP);
                trade(order, half, false);
            }
        }
    }

    synchronized BigDecimal bid() {
        return bid;
    }

    synchronized BigDecimal ask() {
        return ask;
    }

    synchronized BigDecimal position() {
        return position;
    }

    synchronized int placed() {
        return placed;
    }

    synchronized boolean quotesBothSides() {
        return open.values().stream().anyMatch(order -> order.buy)
                && open.values().stream().anyMatch(order -> !order.buy);
    }

    synchronized ArrayNode openOrders() {
        final ArrayNode list = JSON.createArrayNode();
        open.values().forEach(order -> list.add(order.json()));
        return list;
    }

    synchronized ObjectNode clearinghouse(final long nowMs) {
        final ObjectNode state = JSON.createObjectNode();
        for (final String summary : new String[] {"marginSummary", "crossMarginSummary"}) {
            state.putObject(summary)
                    .put("accountValue", "10000.0")
                    .put("totalNtlPos", "0.0")
                    .put("totalRawUsd", "10000.0")
                    .put("totalMarginUsed", "0.0");
        }
        state.put("crossMaintenanceMarginUsed", "0.0").put("withdrawable", "10000.0");
        final ArrayNode positions = state.putArray("assetPositions");
        if (position.signum() != 0) {
            final ObjectNode held = positions.addObject().put("type", "oneWay").putObject("position");
            held.put("coin", "HYPE").put("szi", position.toPlainString()).put("entryPx", "40.0");
            held.put("positionValue", "1.0").put("unrealizedPnl", "0.0").put("returnOnEquity", "0.0");
            held.putNull("liquidationPx");
            held.put("marginUsed", "0.0").put("maxLeverage", 10);
            held.putObject("leverage").put("type", "cross").put("value", 10);
        }
        return state.put("time", nowMs);
    }

    /** Executes an action; the reply is what the venue's body would be. */
    synchronized ObjectNode execute(final JsonNode request) {
        final long nonce = request.path("nonce").asLong();
        if (!nonces.add(nonce)) {
            return JSON.createObjectNode()
                    .put("status", "err")
                    .put("response", "Invalid nonce: duplicate nonce " + nonce);
        }
        final JsonNode action = request.path("action");
        return switch (action.path("type").asText()) {
            case "order" -> orders(action.path("orders"));
            case "cancel", "cancelByCloid" -> cancels(action.path("cancels"));
            case "batchModify" -> modifies(action.path("modifies"));
            case "noop", "updateLeverage" -> reply("default");
            default -> JSON.createObjectNode().put("status", "err").put("response", "Unknown action.");
        };
    }

    /** Every fifth batch of several is refused whole, with one error for all. */
    private ObjectNode orders(final JsonNode orders) {
        if (orders.size() > 1 && ++batches % 5 == 2) {
            return statuses("order", List.of(error("Order has invalid price.")));
        }
        final List<ObjectNode> statuses = new ArrayList<>();
        orders.forEach(order -> statuses.add(place(order)));
        return statuses("order", statuses);
    }

    private ObjectNode modifies(final JsonNode modifies) {
        final List<ObjectNode> statuses = new ArrayList<>();
        for (final JsonNode modify : modifies) {
            final Order old = find(modify.path("oid"));
            if (old == null) {
                statuses.add(error("Cannot modify canceled or filled order"));
            } else {
                end(old, "canceled");
                statuses.add(place(modify.path("order")));
            }
        }
        return statuses("order", statuses);
    }

    private ObjectNode cancels(final JsonNode cancels) {
        final ArrayNode statuses = JSON.createArrayNode();
        for (final JsonNode cancel : cancels) {
            final Order order = find(cancel.has("o") ? cancel.path("o") : cancel.path("cloid"));
            if (order == null) {
                statuses.add(error(GONE));
            } else {
                end(order, "canceled");
                statuses.add("success");
            }
        }
        final ObjectNode reply = reply("cancel");
        ((ObjectNode) reply.path("response")).putObject("data").set("statuses", statuses);
        return reply;
    }

    /** Says {@code resting} without the cloid, and {@code filled} where only a part of the order is. */
    private ObjectNode place(final JsonNode request) {
        final Order order = new Order(
                ++oids,
                request.path("c").asText(null),
                request.path("b").asBoolean(),
                new BigDecimal(request.path("p").asText()),
                new BigDecimal(request.path("s").asText()));
        placed++;
        final String tif = request.at("/t/limit/tif").asText();
        final boolean crosses = order.buy ? order.px.compareTo(ask) >= 0 : order.px.compareTo(bid) <= 0;
        if (crosses && tif.equals("Alo")) {
            return error("Post only order would have immediately matched, bbo was " + bid + "@" + ask + ". asset=0");
        }
        if (!crosses && tif.equals("Ioc")) {
            return error("Order could not immediately match against any resting orders. asset=0");
        }
        open.put(order.oid, order);
        tell(order, "open");
        final ObjectNode status = JSON.createObjectNode();
        if (!crosses) {
            status.putObject("resting").put("oid", order.oid);
            return status;
        }
        final BigDecimal all = order.left;
        trade(order, all, true);
        status.putObject("filled")
                .put("oid", order.oid)
                .put("totalSz", all.toPlainString())
                .put("avgPx", order.px.toPlainString());
        return status;
    }

    private void trade(final Order order, final BigDecimal sz, final boolean crossed) {
        final BigDecimal size = sz.min(order.left);
        final ObjectNode fill = JSON.createObjectNode()
                .put("coin", "HYPE")
                .put("px", order.px.toPlainString())
                .put("sz", size.toPlainString())
                .put("side", order.buy ? "B" : "A")
                .put("time", System.currentTimeMillis())
                .put("startPosition", position.toPlainString())
                .put("dir", order.buy ? "Open Long" : "Open Short")
                .put("closedPnl", "0.0")
                .put("hash", "0x" + "0".repeat(64))
                .put("oid", order.oid)
                .put("crossed", crossed)
                .put("fee", "0.001")
                .put("tid", ++tids)
                .put("feeToken", "USDC");
        if (order.cloid != null) {
            fill.put("cloid", order.cloid);
        }
        position = order.buy ? position.add(size) : position.subtract(size);
        order.left = order.left.subtract(size);
        fills.accept(fill);
        if (order.left.signum() == 0) {
            end(order, "filled");
        } else {
            tell(order, "open");
        }
    }

    private void end(final Order order, final String status) {
        open.remove(order.oid);
        tell(order, status);
    }

    private void tell(final Order order, final String status) {
        final ObjectNode update = JSON.createObjectNode();
        update.set("order", order.json());
        updates.accept(update.put("status", status).put("statusTimestamp", System.currentTimeMillis()));
    }

    private Order find(final JsonNode id) {
        return open.values().stream()
                .filter(order ->
                        id.isNumber() ? order.oid == id.asLong() : id.asText().equals(order.cloid))
                .findFirst()
                .orElse(null);
    }

    private static ObjectNode error(final String text) {
        return JSON.createObjectNode().put("error", text);
    }

    private static ObjectNode reply(final String type) {
        final ObjectNode reply = JSON.createObjectNode().put("status", "ok");
        reply.putObject("response").put("type", type);
        return reply;
    }

    private static ObjectNode statuses(final String type, final List<ObjectNode> statuses) {
        final ObjectNode reply = reply(type);
        ((ObjectNode) reply.path("response"))
                .putObject("data")
                .putArray("statuses")
                .addAll(statuses);
        return reply;
    }

    private static final class Order {
        private final long oid;
        private final String cloid;
        private final boolean buy;
        private final BigDecimal px;
        private final BigDecimal sz;
        private final long timeMs = System.currentTimeMillis();
        private BigDecimal left;

        private Order(final long oid, final String cloid, final boolean buy, final BigDecimal px, final BigDecimal sz) {
            this.oid = oid;
            this.cloid = cloid;
            this.buy = buy;
            this.px = px;
            this.sz = sz;
            left = sz;
        }

        private ObjectNode json() {
            final ObjectNode json = JSON.createObjectNode()
                    .put("coin", "HYPE")
                    .put("side", buy ? "B" : "A")
                    .put("limitPx", px.toPlainString())
                    .put("sz", left.toPlainString())
                    .put("oid", oid)
                    .put("timestamp", timeMs)
                    .put("origSz", sz.toPlainString());
            return cloid == null ? json : json.put("cloid", cloid);
        }
    }
}
