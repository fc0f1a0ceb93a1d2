package io.halfspread.gateway.rest;

import io.halfspread.codec.decimal.Decimal8;
import io.halfspread.codec.event.OrderStatus;
import io.halfspread.codec.hyperliquid.OrderStatusFamily;
import io.halfspread.codec.text.JsonNode;
import io.halfspread.gateway.order.OrderReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Turns whole answers of the venue into records. */
final class InfoAnswers {
    private InfoAnswers() {}

    static VenueMeta meta(final JsonNode root) {
        final List<AssetMeta> assets = new ArrayList<>();
        for (final JsonNode asset : InfoAnswer.array(root, "universe").elements()) {
            assets.add(new AssetMeta(
                    InfoAnswer.text(asset, "name"),
                    assets.size(),
                    (int) InfoAnswer.integer(asset, "szDecimals"),
                    asset.member("maxLeverage") == null ? 1 : (int) InfoAnswer.integer(asset, "maxLeverage"),
                    InfoAnswer.isTrue(asset, "isDelisted")));
        }
        return new VenueMeta(assets);
    }

    static AccountState accountState(final JsonNode root) {
        final List<AccountPosition> positions = new ArrayList<>();
        for (final JsonNode element : InfoAnswer.array(root, "assetPositions").elements()) {
            final JsonNode position = InfoAnswer.object(element, "position");
            final long entryPx = InfoAnswer.decimal8OrNull(position, "entryPx");
            positions.add(new AccountPosition(
                    InfoAnswer.text(position, "coin"),
                    InfoAnswer.decimal8(position, "szi"),
                    entryPx == Decimal8.NULL ? 0 : entryPx,
                    InfoAnswer.decimal8OrNull(position, "positionValue")));
        }
        // Unified accounts may leave the summary out.
        final JsonNode summary = root.member("marginSummary");
        return new AccountState(
                InfoAnswer.timeNs(root, "time"),
                summary == null ? Decimal8.NULL : InfoAnswer.decimal8(summary, "accountValue"),
                InfoAnswer.decimal8OrNull(root, "withdrawable"),
                summary == null ? Decimal8.NULL : InfoAnswer.decimal8OrNull(summary, "totalRawUsd"),
                positions);
    }

    static List<RestingOrder> openOrders(final JsonNode root) {
        final List<RestingOrder> orders = new ArrayList<>();
        for (final JsonNode order : elements(root)) {
            orders.add(order(order));
        }
        return orders;
    }

    /** The order asked for; null when the venue does not know it. */
    static OrderReport orderReport(final JsonNode root) {
        if (!"order".equals(InfoAnswer.text(root, "status"))) {
            return null;
        }
        final JsonNode outer = InfoAnswer.object(root, "order");
        final RestingOrder order = order(InfoAnswer.object(outer, "order"));
        final String name = InfoAnswer.text(outer, "status");
        final OrderStatus status = OrderStatusFamily.of(name);
        return new OrderReport(
                status,
                name,
                order.oid(),
                order.side(),
                order.reduceOnly(),
                order.limitPx(),
                order.remainingSz(),
                order.originalSz(),
                order.placedNs(),
                InfoAnswer.timeNs(outer, "statusTimestamp"));
    }

    static List<AccountFill> fills(final JsonNode root) {
        final List<AccountFill> fills = new ArrayList<>();
        for (final JsonNode fill : elements(root)) {
            final long[] cloid = InfoAnswer.cloid(fill);
            final JsonNode liquidation = fill.member("liquidation");
            fills.add(new AccountFill(
                    InfoAnswer.text(fill, "coin"),
                    InfoAnswer.side(fill),
                    InfoAnswer.decimal8(fill, "px"),
                    InfoAnswer.decimal8(fill, "sz"),
                    InfoAnswer.timeNs(fill, "time"),
                    InfoAnswer.integer(fill, "oid"),
                    InfoAnswer.integer(fill, "tid"),
                    cloid[0],
                    cloid[1],
                    InfoAnswer.isTrue(fill, "crossed"),
                    liquidation != null && !liquidation.is(JsonNode.Kind.NULL),
                    InfoAnswer.decimal8OrNull(fill, "startPosition"),
                    InfoAnswer.decimal8OrNull(fill, "closedPnl"),
                    InfoAnswer.decimal8OrNull(fill, "fee"),
                    InfoAnswer.textOr(fill, "feeToken", "")));
        }
        return fills;
    }

    static List<AccountFunding> fundings(final JsonNode root) {
        final List<AccountFunding> fundings = new ArrayList<>();
        for (final JsonNode entry : elements(root)) {
            final JsonNode delta = InfoAnswer.object(entry, "delta");
            fundings.add(new AccountFunding(
                    InfoAnswer.text(delta, "coin"),
                    InfoAnswer.timeNs(entry, "time"),
                    InfoAnswer.decimal8(delta, "usdc"),
                    InfoAnswer.decimal8(delta, "szi"),
                    InfoAnswer.ratio12(delta, "fundingRate")));
        }
        return fundings;
    }

    static FeeRates feeRates(final JsonNode root) {
        return new FeeRates(InfoAnswer.ratio12(root, "userAddRate"), InfoAnswer.ratio12(root, "userCrossRate"));
    }

    static RequestAllowance allowance(final JsonNode root) {
        return new RequestAllowance(
                InfoAnswer.integer(root, "nRequestsUsed"),
                InfoAnswer.integer(root, "nRequestsCap"),
                InfoAnswer.decimal8(root, "cumVlm"));
    }

    static UserRole role(final JsonNode root) {
        final JsonNode data = root.member("data");
        switch (InfoAnswer.text(root, "role")) {
            case "user":
                return new UserRole(UserRole.Kind.USER, "");
            case "agent":
                return new UserRole(UserRole.Kind.AGENT, principal(data, "user"));
            case "subAccount":
                return new UserRole(UserRole.Kind.SUB_ACCOUNT, principal(data, "master"));
            case "vault":
                return new UserRole(UserRole.Kind.VAULT, "");
            case "missing":
                return new UserRole(UserRole.Kind.MISSING, "");
            default:
                return new UserRole(UserRole.Kind.OTHER, "");
        }
    }

    static List<AgentApproval> agents(final JsonNode root) {
        final List<AgentApproval> agents = new ArrayList<>();
        for (final JsonNode agent : elements(root)) {
            agents.add(new AgentApproval(
                    InfoAnswer.text(agent, "name"),
                    InfoAnswer.text(agent, "address").toLowerCase(Locale.ROOT),
                    InfoAnswer.integer(agent, "validUntil")));
        }
        return agents;
    }

    static VenueBook book(final JsonNode root) {
        final List<JsonNode> sides = InfoAnswer.array(root, "levels").elements();
        if (sides.size() != 2) {
            throw new IllegalArgumentException("'levels' has " + sides.size() + " sides, not 2");
        }
        return new VenueBook(InfoAnswer.timeNs(root, "time"), levels(sides.get(0)), levels(sides.get(1)));
    }

    private static List<VenueBook.Level> levels(final JsonNode side) {
        final List<VenueBook.Level> levels = new ArrayList<>();
        for (final JsonNode level : elements(side)) {
            levels.add(new VenueBook.Level(InfoAnswer.decimal8(level, "px"), InfoAnswer.decimal8(level, "sz")));
        }
        return levels;
    }

    private static RestingOrder order(final JsonNode order) {
        final long[] cloid = InfoAnswer.cloid(order);
        return new RestingOrder(
                InfoAnswer.text(order, "coin"),
                InfoAnswer.side(order),
                InfoAnswer.decimal8(order, "limitPx"),
                InfoAnswer.decimal8(order, "sz"),
                order.member("origSz") == null
                        ? InfoAnswer.decimal8(order, "sz")
                        : InfoAnswer.decimal8(order, "origSz"),
                InfoAnswer.integer(order, "oid"),
                cloid[0],
                cloid[1],
                InfoAnswer.timeNs(order, "timestamp"),
                InfoAnswer.isTrue(order, "reduceOnly"));
    }

    private static String principal(final JsonNode data, final String member) {
        return data == null ? "" : InfoAnswer.textOr(data, member, "").toLowerCase(Locale.ROOT);
    }

    private static List<JsonNode> elements(final JsonNode node) {
        if (!node.is(JsonNode.Kind.ARRAY)) {
            throw new IllegalArgumentException(node.shown() + " is not a list");
        }
        return node.elements();
    }
}
