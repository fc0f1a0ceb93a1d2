package io.halfspread.sim.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.halfspread.sim.exchange.FillRecord;
import io.halfspread.sim.exchange.FundingRecord;
import io.halfspread.sim.exchange.OrderRecord;
import io.halfspread.sim.exchange.OrderStatus;
import io.halfspread.sim.exchange.TradeRecord;
import io.halfspread.sim.wire.WireDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What one block did, by account and coin, until its frames are sent. */
final class BlockReport {
    private final AccountJson json;
    private final Coins coins;
    private final Map<String, ArrayNode> orderUpdates = new LinkedHashMap<>();
    private final Map<String, ArrayNode> foreignCancels = new LinkedHashMap<>();
    private final Map<String, List<FillRecord>> fills = new LinkedHashMap<>();
    private final Map<String, List<FundingRecord>> fundings = new LinkedHashMap<>();
    private final Map<Integer, List<TradeRecord>> trades = new LinkedHashMap<>();

    BlockReport(final AccountJson json, final Coins coins) {
        this.json = json;
        this.coins = coins;
    }

    void orderUpdate(final String account, final OrderRecord order, final OrderStatus status, final long timeMs) {
        orderUpdates
                .computeIfAbsent(account, key -> Json.array())
                .addObject()
                .<ObjectNode>set("order", json.order(order))
                .put("status", status.text())
                .put("statusTimestamp", timeMs);
        if (isForeignCancel(status)) {
            foreignCancels
                    .computeIfAbsent(account, key -> Json.array())
                    .addObject()
                    .put("coin", coins.name(order.asset()))
                    .put("oid", order.oid());
        }
    }

    void fill(final String account, final FillRecord fill) {
        fills.computeIfAbsent(account, key -> new ArrayList<>()).add(fill);
    }

    void funding(final String account, final FundingRecord funding) {
        fundings.computeIfAbsent(account, key -> new ArrayList<>()).add(funding);
    }

    void trades(final int asset, final List<TradeRecord> matches) {
        trades.computeIfAbsent(asset, key -> new ArrayList<>()).addAll(matches);
    }

    /** Accounts whose orders, position or balance changed. */
    Set<String> accounts() {
        final Set<String> accounts = new LinkedHashSet<>(orderUpdates.keySet());
        accounts.addAll(fills.keySet());
        accounts.addAll(fundings.keySet());
        return accounts;
    }

    JsonNode orderUpdates(final String account) {
        return orderUpdates.get(account);
    }

    /** What the account's event channel carries, one after the other. */
    List<JsonNode> events(final String account) {
        final List<JsonNode> events = new ArrayList<>();
        if (fills.containsKey(account)) {
            events.add(Json.object().set("fills", json.fills(fills.get(account))));
        }
        if (foreignCancels.containsKey(account)) {
            events.add(Json.object().set("nonUserCancel", foreignCancels.get(account)));
        }
        fundings.getOrDefault(account, List.of())
                .forEach(funding -> events.add(Json.object().set("funding", json.funding(funding))));
        return events;
    }

    List<FillRecord> fills(final String account) {
        return fills.getOrDefault(account, List.of());
    }

    JsonNode fundings(final String account) {
        return fundings.containsKey(account) ? json.fundings(fundings.get(account)) : null;
    }

    /** Sentences about resting orders that were filled. */
    List<JsonNode> notifications(final String account) {
        final List<JsonNode> sentences = new ArrayList<>();
        for (final FillRecord fill : fills(account)) {
            if (!fill.crossed()) {
                sentences.add(Json.object()
                        .put(
                                "notification",
                                "Resting order filled: " + (fill.buy() ? "Bought " : "Sold ")
                                        + WireDecimal.shortText(fill.sz()) + " " + coins.name(fill.asset()) + " at $"
                                        + WireDecimal.shortText(fill.px())));
            }
        }
        return sentences;
    }

    List<TradeRecord> trades(final int asset) {
        return trades.getOrDefault(asset, List.of());
    }

    private static boolean isForeignCancel(final OrderStatus status) {
        return switch (status) {
            case MARGIN_CANCELED, SELF_TRADE_CANCELED, REDUCE_ONLY_CANCELED, SCHEDULED_CANCEL, INTERNAL_CANCEL -> true;
            default -> false;
        };
    }
}
