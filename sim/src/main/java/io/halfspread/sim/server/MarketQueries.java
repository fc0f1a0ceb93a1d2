package io.halfspread.sim.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.halfspread.sim.exchange.Exchange;
import io.halfspread.sim.exchange.FundingRate;
import io.halfspread.sim.wire.Unreadable;
import io.halfspread.sim.wire.WireDecimal;
import java.util.List;

/** Queries about the market. */
final class MarketQueries {
    private static final int MOST_CANDLES = 5000;
    private static final int MOST_RATES = 500;
    private static final long HOUR_MS = 3_600_000;

    private final Exchange exchange;
    private final Coins coins;
    private final MarketJson market;
    private final Candles candles;

    MarketQueries(final Exchange exchange, final Coins coins, final MarketJson market, final Candles candles) {
        this.exchange = exchange;
        this.coins = coins;
        this.market = market;
        this.candles = candles;
    }

    /**
     * Answers a query.
     *
     * @return null when it is none about the market
     * @throws Unreadable            when a member is missing or of another type
     * @throws IllegalStateException when the venue fails on it
     */
    JsonNode answer(final String type, final JsonNode request) {
        return switch (type) {
            case "meta" -> market.meta();
            case "metaAndAssetCtxs" -> market.metaAndContexts();
            case "allPerpMetas" -> Json.array().add(market.meta());
            case "allMids" -> market.mids();
            case "l2Book" -> book(request);
            case "recentTrades" -> market.trades(exchange.recentTrades(asset(request)));
            case "candleSnapshot" -> candles(Requests.member(request, "req"));
            case "fundingHistory" -> fundingHistory(request);
            case "predictedFundings" -> predictedFundings();
            case "exchangeStatus" ->
                Json.object().put("time", exchange.timeMs()).putNull("specialStatuses");
            default -> null;
        };
    }

    private JsonNode book(final JsonNode request) {
        final int asset = coins.id(Requests.text(request, "coin"));
        final BookRounding rounding = BookRounding.read(request);
        if (rounding == null) {
            throw new IllegalStateException("nSigFigs");
        }
        return asset < 0 ? NullNode.instance : market.book(asset, rounding, false);
    }

    private JsonNode candles(final JsonNode request) {
        final CandleInterval interval = CandleInterval.of(Requests.text(request, "interval"));
        if (interval == null) {
            throw new Unreadable("unknown variant `" + request.path("interval").asText() + "`");
        }
        final int asset = asset(request);
        final List<Candle> found = candles.between(
                asset,
                interval,
                Requests.number(request, "startTime"),
                Requests.number(request, "endTime", Long.MAX_VALUE));
        final ArrayNode array = Json.array();
        found.subList(Math.max(0, found.size() - MOST_CANDLES), found.size())
                .forEach(candle -> array.add(candle.json(coins.name(asset), interval)));
        return array;
    }

    private JsonNode fundingHistory(final JsonNode request) {
        final int asset = asset(request);
        final long fromMs = Requests.number(request, "startTime");
        final long toMs = Requests.number(request, "endTime", Long.MAX_VALUE);
        final ArrayNode array = Json.array();
        for (final FundingRate rate : exchange.fundingHistory(asset)) {
            if (rate.timeMs() >= fromMs && rate.timeMs() <= toMs && array.size() < MOST_RATES) {
                array.addObject()
                        .put("coin", coins.name(asset))
                        .put("fundingRate", WireDecimal.ratioText(rate.fundingRate()))
                        .put("premium", WireDecimal.ratioText(rate.premium()))
                        .put("time", rate.timeMs());
            }
        }
        return array;
    }

    private JsonNode predictedFundings() {
        final ArrayNode array = Json.array();
        final long timeMs = exchange.timeMs();
        for (int asset = 0; asset < coins.count(); asset++) {
            array.addArray()
                    .add(coins.name(asset))
                    .addArray()
                    .addArray()
                    .add("HlPerp")
                    .addObject()
                    .put(
                            "fundingRate",
                            WireDecimal.ratioText(exchange.context(asset).fundingRate()))
                    .put("nextFundingTime", timeMs - timeMs % HOUR_MS + HOUR_MS)
                    .put("fundingIntervalHours", 1);
        }
        return array;
    }

    private int asset(final JsonNode request) {
        final String coin = Requests.text(request, "coin");
        final int asset = coins.id(coin);
        if (asset < 0) {
            throw new IllegalStateException("no coin " + coin);
        }
        return asset;
    }
}
