package io.halfspread.sim.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.halfspread.sim.exchange.Exchange;
import io.halfspread.sim.exchange.FillRecord;
import io.halfspread.sim.exchange.FundingRecord;
import io.halfspread.sim.exchange.OrderState;
import io.halfspread.sim.exchange.RateLimit;
import io.halfspread.sim.wire.Unreadable;
import io.halfspread.sim.wire.WireDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Queries about one account; one the venue does not know is answered as an empty one. */
final class AccountQueries {
    private static final int MOST_ORDERS = 2000;
    private static final int MOST_FUNDINGS = 500;
    private static final String NO_HASH = "0x" + "0".repeat(64);

    private final Exchange exchange;
    private final AccountJson accounts;
    private final Coins coins;
    private final Agents agents;
    private final Map<String, String> subAccounts;

    AccountQueries(
            final Exchange exchange,
            final AccountJson accounts,
            final Coins coins,
            final Agents agents,
            final Map<String, String> subAccounts) {
        this.exchange = exchange;
        this.accounts = accounts;
        this.coins = coins;
        this.agents = agents;
        this.subAccounts = subAccounts;
    }

    /**
     * Answers a query.
     *
     * @return null when it is none about an account
     * @throws Unreadable            when a member is missing or of another type
     * @throws IllegalStateException when the venue fails on it
     */
    JsonNode answer(final String type, final JsonNode request) {
        return switch (type) {
            case "clearinghouseState" -> accounts.clearinghouseState(Requests.user(request));
            case "spotClearinghouseState" -> spotState(Requests.user(request));
            case "openOrders" -> accounts.openOrders(Requests.user(request), false);
            case "frontendOpenOrders" -> accounts.openOrders(Requests.user(request), true);
            case "orderStatus" -> orderStatus(request);
            case "historicalOrders" -> historicalOrders(Requests.user(request));
            case "userFills" -> fills(request, 0, Long.MAX_VALUE, true);
            case "userFillsByTime" ->
                fills(
                        request,
                        Requests.number(request, "startTime"),
                        Requests.number(request, "endTime", Long.MAX_VALUE),
                        Requests.flag(request, "reversed"));
            case "userFunding" -> funding(request);
            case "userRateLimit" -> rateLimit(Requests.user(request));
            case "userFees" -> FeesJson.of(exchange, Requests.user(request));
            case "userRole" -> role(Requests.user(request));
            case "extraAgents" -> extraAgents(Requests.user(request));
            case "activeAssetData" -> activeAssetData(request);
            default -> null;
        };
    }

    private JsonNode spotState(final String user) {
        final ObjectNode state = Json.object();
        final ArrayNode balances = state.putArray("balances");
        if (exchange.knows(user)) {
            balances.addObject()
                    .put("coin", "USDC")
                    .put("token", 0)
                    .put("total", "0.0")
                    .put("hold", "0.0")
                    .put("entryNtl", "0.0");
        }
        return state;
    }

    private JsonNode orderStatus(final JsonNode request) {
        final String user = Requests.user(request);
        final JsonNode id = Requests.member(request, "oid");
        Optional<OrderState> found = Optional.empty();
        if (id.isTextual()) {
            found = exchange.order(user, id.textValue());
        } else {
            final long oid = Requests.number(request, "oid");
            found = exchange.order(user, oid);
            if (found.isEmpty()) {
                found = exchange.order(user, ActionReader.cloidOf(oid));
            }
        }
        if (found.isEmpty()) {
            return Json.object().put("status", "unknownOid");
        }
        return Json.object().put("status", "order").set("order", accounts.state(found.get()));
    }

    private JsonNode historicalOrders(final String user) {
        final List<OrderState> newest = new ArrayList<>(exchange.orderHistory(user));
        Collections.reverse(newest);
        final ArrayNode array = Json.array();
        newest.stream().limit(MOST_ORDERS).forEach(state -> array.add(accounts.state(state)));
        return array;
    }

    private JsonNode fills(final JsonNode request, final long fromMs, final long toMs, final boolean newestFirst) {
        final List<FillRecord> found = new ArrayList<>();
        for (final FillRecord fill : exchange.fills(Requests.user(request))) {
            if (fill.timeMs() >= fromMs && fill.timeMs() <= toMs) {
                found.add(fill);
            }
        }
        final List<FillRecord> listed = Requests.flag(request, "aggregateByTime") ? FillMerging.merged(found) : found;
        if (newestFirst) {
            Collections.reverse(listed);
        }
        return accounts.fills(listed.subList(0, Math.min(Snapshots.MOST_FILLS, listed.size())));
    }

    private JsonNode funding(final JsonNode request) {
        final long fromMs = Requests.number(request, "startTime");
        final long toMs = Requests.number(request, "endTime", Long.MAX_VALUE);
        final ArrayNode array = Json.array();
        for (final FundingRecord funding : exchange.fundings(Requests.user(request))) {
            if (funding.timeMs() >= fromMs && funding.timeMs() <= toMs && array.size() < MOST_FUNDINGS) {
                final ObjectNode delta = Json.object().put("type", "funding");
                delta.setAll(accounts.funding(funding));
                delta.remove("time");
                array.addObject()
                        .put("time", funding.timeMs())
                        .put("hash", NO_HASH)
                        .set("delta", delta);
            }
        }
        return array;
    }

    private JsonNode rateLimit(final String user) {
        final RateLimit limit = exchange.rateLimit(user);
        return Json.object()
                .put("cumVlm", WireDecimal.text(limit.cumulativeVolume()))
                .put("nRequestsUsed", limit.used())
                .put("nRequestsCap", limit.cap())
                .put("nRequestsSurplus", 0);
    }

    private JsonNode role(final String user) {
        final ObjectNode role = Json.object();
        final String master = agents.master(user, exchange.timeMs());
        if (subAccounts.containsKey(user)) {
            role.put("role", "subAccount").putObject("data").put("master", subAccounts.get(user));
        } else if (exchange.knows(user)) {
            role.put("role", "user");
        } else if (master != null) {
            role.put("role", "agent").putObject("data").put("user", master);
        } else {
            role.put("role", "missing");
        }
        return role;
    }

    private JsonNode extraAgents(final String user) {
        final ArrayNode array = Json.array();
        for (final Agents.Agent agent : agents.of(user, exchange.timeMs())) {
            if (!agent.name().isEmpty()) {
                array.addObject()
                        .put("address", agent.address())
                        .put("name", agent.name())
                        .put("validUntil", agent.validUntilMs());
            }
        }
        return array;
    }

    private JsonNode activeAssetData(final JsonNode request) {
        final int asset = coins.id(Requests.text(request, "coin"));
        if (asset < 0) {
            throw new IllegalStateException("no such coin");
        }
        return accounts.activeAssetData(Requests.user(request), asset);
    }
}
