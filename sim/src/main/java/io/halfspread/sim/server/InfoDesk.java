package io.halfspread.sim.server;

import com.fasterxml.jackson.databind.JsonNode;
import io.halfspread.sim.wire.Unreadable;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.Set;

/** Answers queries and charges what they weigh. */
final class InfoDesk {
    private static final int ITEMS_PER_WEIGHT = 20;
    private static final int CANDLES_PER_WEIGHT = 60;
    private static final int LIGHT = 2;
    private static final int USUAL = 20;
    private static final int HEAVY = 60;
    private static final Set<String> LIGHT_TYPES = Set.of(
            "l2Book", "allMids", "clearinghouseState", "orderStatus", "spotClearinghouseState", "exchangeStatus");
    private static final Set<String> CHARGED_BY_ITEM = Set.of(
            "recentTrades",
            "historicalOrders",
            "userFills",
            "userFillsByTime",
            "fundingHistory",
            "userFunding",
            "userNonFundingLedgerUpdates");

    private final MarketQueries market;
    private final AccountQueries accounts;
    private final Snapshots snapshots;
    private final SourceLimits limits;

    InfoDesk(
            final MarketQueries market,
            final AccountQueries accounts,
            final Snapshots snapshots,
            final SourceLimits limits) {
        this.market = market;
        this.accounts = accounts;
        this.snapshots = snapshots;
        this.limits = limits;
    }

    void answer(final JsonNode request, final String remoteAddress, final ReplyPath reply) {
        final String type = request.path("type").asText("");
        if (!limits.pay(remoteAddress, weight(type))) {
            reply.refuse(HttpResponseStatus.TOO_MANY_REQUESTS, "Too Many Requests");
            return;
        }
        try {
            final JsonNode answer = find(type, request);
            limits.payMore(remoteAddress, surcharge(type, answer));
            reply.json(answer);
        } catch (final Unreadable e) {
            reply.refuse(HttpResponseStatus.UNPROCESSABLE_ENTITY, ActionDesk.UNREADABLE + e.getMessage());
        } catch (final IllegalStateException e) {
            reply.refuse(HttpResponseStatus.INTERNAL_SERVER_ERROR, "null");
        }
    }

    private JsonNode find(final String type, final JsonNode request) {
        JsonNode answer = market.answer(type, request);
        if (answer == null) {
            answer = accounts.answer(type, request);
        }
        if (answer == null && type.equals("webData2")) {
            answer = snapshots.webData(Requests.user(request));
        }
        if (answer == null) {
            answer = StaticAnswers.of(type);
        }
        if (answer == null) {
            throw new Unreadable("unknown variant `" + type + "`");
        }
        return answer;
    }

    private static int weight(final String type) {
        return LIGHT_TYPES.contains(type) ? LIGHT : type.equals("userRole") ? HEAVY : USUAL;
    }

    private static int surcharge(final String type, final JsonNode answer) {
        if (type.equals("candleSnapshot")) {
            return answer.size() / CANDLES_PER_WEIGHT;
        }
        return CHARGED_BY_ITEM.contains(type) ? answer.size() / ITEMS_PER_WEIGHT : 0;
    }
}
