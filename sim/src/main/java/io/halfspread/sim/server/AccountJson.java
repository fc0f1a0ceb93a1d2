package io.halfspread.sim.server;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.halfspread.codec.decimal.Decimal8;
import io.halfspread.sim.exchange.AccountState;
import io.halfspread.sim.exchange.Exchange;
import io.halfspread.sim.exchange.FillRecord;
import io.halfspread.sim.exchange.FundingRecord;
import io.halfspread.sim.exchange.OrderRecord;
import io.halfspread.sim.exchange.OrderState;
import io.halfspread.sim.exchange.PositionRecord;
import io.halfspread.sim.wire.WireDecimal;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;

/** What belongs to an account, in the venue's words. */
final class AccountJson {
    private static final int RATIO_DIGITS = 8;

    private final Exchange exchange;
    private final Coins coins;

    AccountJson(final Exchange exchange, final Coins coins) {
        this.exchange = exchange;
        this.coins = coins;
    }

    /** An order as {@code orderUpdates} and {@code openOrders} have it. */
    ObjectNode order(final OrderRecord order) {
        final ObjectNode node = basics(order).put("origSz", WireDecimal.text(order.origSz()));
        if (order.cloid() != null) {
            node.put("cloid", order.cloid());
        }
        if (order.reduceOnly()) {
            node.put("reduceOnly", true);
        }
        return node;
    }

    /** An order with all that the venue's own front end shows. */
    ObjectNode frontendOrder(final OrderRecord order) {
        final ObjectNode node = basics(order)
                .put("triggerCondition", "N/A")
                .put("isTrigger", false)
                .put("triggerPx", "0.0");
        node.putArray("children");
        return node.put("isPositionTpsl", false)
                .put("reduceOnly", order.reduceOnly())
                .put("orderType", "Limit")
                .put("origSz", WireDecimal.text(order.origSz()))
                .put("tif", order.tif().text())
                .put("cloid", order.cloid());
    }

    ArrayNode openOrders(final String account, final boolean frontend) {
        final ArrayNode array = Json.array();
        for (final OrderRecord order : exchange.openOrders(account)) {
            array.add(frontend ? frontendOrder(order) : order(order));
        }
        return array;
    }

    ObjectNode state(final OrderState state) {
        return Json.object()
                .<ObjectNode>set("order", frontendOrder(state.order()))
                .put("status", state.status().text())
                .put("statusTimestamp", state.statusTimeMs());
    }

    ObjectNode fill(final FillRecord fill) {
        final ObjectNode node = Json.object()
                .put("coin", coins.name(fill.asset()))
                .put("px", WireDecimal.text(fill.px()))
                .put("sz", WireDecimal.text(fill.sz()))
                .put("side", fill.buy() ? "B" : "A")
                .put("time", fill.timeMs())
                .put("startPosition", WireDecimal.text(fill.startPosition()))
                .put("dir", fill.dir())
                .put("closedPnl", WireDecimal.text(fill.closedPnl()))
                .put("hash", fill.hash())
                .put("oid", fill.oid())
                .put("crossed", fill.crossed())
                .put("fee", WireDecimal.text(fill.fee()))
                .put("tid", fill.tid());
        if (fill.cloid() != null) {
            node.put("cloid", fill.cloid());
        }
        return node.put("feeToken", "USDC").putNull("twapId");
    }

    ArrayNode fills(final List<FillRecord> fills) {
        final ArrayNode array = Json.array();
        fills.forEach(fill -> array.add(fill(fill)));
        return array;
    }

    ObjectNode funding(final FundingRecord funding) {
        return Json.object()
                .put("time", funding.timeMs())
                .put("coin", coins.name(funding.asset()))
                .put("usdc", WireDecimal.text(funding.usd()))
                .put("szi", WireDecimal.text(funding.szi()))
                .put("fundingRate", WireDecimal.ratioText(funding.fundingRate()))
                .putNull("nSamples");
    }

    ArrayNode fundings(final List<FundingRecord> fundings) {
        final ArrayNode array = Json.array();
        fundings.forEach(funding -> array.add(funding(funding)));
        return array;
    }

    ObjectNode clearinghouseState(final String account) {
        final AccountState state = exchange.account(account);
        final ObjectNode node = Json.object();
        node.set("marginSummary", margin(state));
        node.set("crossMarginSummary", margin(state));
        node.put("crossMaintenanceMarginUsed", WireDecimal.text(state.maintenanceMargin()))
                .put("withdrawable", WireDecimal.text(state.withdrawable()));
        final ArrayNode positions = node.putArray("assetPositions");
        for (final PositionRecord position : state.positions()) {
            positions.addObject().put("type", "oneWay").set("position", position(position));
        }
        return node.put("time", exchange.timeMs());
    }

    ObjectNode activeAssetData(final String account, final int asset) {
        final long free = exchange.account(account).withdrawable();
        final long mark = exchange.context(asset).markPx();
        final int leverage = exchange.leverage(account, asset);
        final long size = BigInteger.valueOf(free)
                .multiply(BigInteger.valueOf(leverage))
                .multiply(BigInteger.valueOf(Decimal8.ONE))
                .divide(BigInteger.valueOf(mark))
                .longValue();
        final long lot = BigInteger.TEN
                .pow(RATIO_DIGITS - coins.instrument(asset).szDecimals())
                .longValue();
        final ObjectNode node = Json.object().put("user", account).put("coin", coins.name(asset));
        node.putObject("leverage").put("type", "cross").put("value", leverage);
        final String most = WireDecimal.text(size - size % lot);
        node.putArray("maxTradeSzs").add(most).add(most);
        node.putArray("availableToTrade").add(WireDecimal.text(free)).add(WireDecimal.text(free));
        return node.put("markPx", WireDecimal.text(mark));
    }

    private ObjectNode basics(final OrderRecord order) {
        return Json.object()
                .put("coin", coins.name(order.asset()))
                .put("side", order.buy() ? "B" : "A")
                .put("limitPx", WireDecimal.text(order.limitPx()))
                .put("sz", WireDecimal.text(order.sz()))
                .put("oid", order.oid())
                .put("timestamp", order.timeMs());
    }

    private static ObjectNode margin(final AccountState state) {
        return Json.object()
                .put("accountValue", WireDecimal.text(state.accountValue()))
                .put("totalNtlPos", WireDecimal.text(state.totalNtlPos()))
                .put("totalRawUsd", WireDecimal.text(state.rawUsd()))
                .put("totalMarginUsed", WireDecimal.text(state.marginUsed()));
    }

    private ObjectNode position(final PositionRecord position) {
        final ObjectNode node =
                Json.object().put("coin", coins.name(position.asset())).put("szi", WireDecimal.text(position.szi()));
        node.putObject("leverage").put("type", "cross").put("value", position.leverage());
        node.put("entryPx", WireDecimal.text(position.entryPx()))
                .put("positionValue", WireDecimal.text(position.positionValue()))
                .put("unrealizedPnl", WireDecimal.text(position.unrealizedPnl()))
                .put("returnOnEquity", ratio(position.unrealizedPnl(), position.marginUsed()))
                .putNull("liquidationPx")
                .put("marginUsed", WireDecimal.text(position.marginUsed()))
                .put("maxLeverage", position.maxLeverage());
        node.putObject("cumFunding")
                .put("allTime", WireDecimal.text(position.fundingAllTime()))
                .put("sinceOpen", WireDecimal.text(position.fundingOpen()))
                .put("sinceChange", WireDecimal.text(position.fundingChange()));
        return node;
    }

    private static String ratio(final long numerator, final long denominator) {
        return denominator == 0
                ? "0.0"
                : WireDecimal.text(BigDecimal.valueOf(numerator)
                        .divide(BigDecimal.valueOf(denominator), RATIO_DIGITS, RoundingMode.HALF_EVEN)
                        .unscaledValue()
                        .longValue());
    }
}
