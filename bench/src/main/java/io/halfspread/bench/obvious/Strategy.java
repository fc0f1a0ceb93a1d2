package io.halfspread.bench.obvious;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Quotes around the mid price: a base spread, wider on the side the book leans to, shifted against the inventory. */
final class Strategy {
    private static final double HALF_SPREAD_BPS = 5;
    private static final double TOLERANCE_BPS = 2;
    private static final double BPS = 1e-4;
    private static final int DEPTH = 10;
    private static final int PX_DECIMALS = 3;
    private static final double MAX_POSITION = 3;
    private static final BigDecimal SIZE = new BigDecimal("0.3");

    private final Parameters parameters;
    private double position;
    private Quote working;

    Strategy(final Parameters parameters) {
        this.parameters = parameters;
    }

    /** The quote to place instead of the working one, null while that is near enough. */
    Quote onBook(final JsonNode levels) {
        final JsonNode bids = levels.get(0);
        final JsonNode asks = levels.get(1);
        final double mid = (price(bids.get(0)) + price(asks.get(0))) / 2;
        final double bidSize = size(bids);
        final double askSize = size(asks);
        final double imbalance = (bidSize - askSize) / (bidSize + askSize);
        final double inventory = position / MAX_POSITION;
        final double base = HALF_SPREAD_BPS * BPS * mid;
        final double least = base * parameters.minSpreadRatio();
        final double lean = base * parameters.skew() * inventory;
        final Quote wanted = new Quote(
                round(mid - Math.max(least, base * (1 - imbalance / 10)) - lean, RoundingMode.FLOOR),
                round(mid + Math.max(least, base * (1 + imbalance / 10)) - lean, RoundingMode.CEILING),
                SIZE);
        if (working != null && near(working.bid(), wanted.bid(), mid) && near(working.ask(), wanted.ask(), mid)) {
            return null;
        }
        return wanted;
    }

    /** Told when a quote was sent. */
    void working(final Quote quote) {
        working = quote;
    }

    /** Told of a fill; bought sizes are positive. */
    void onFill(final double size) {
        position += size;
    }

    private static boolean near(final BigDecimal one, final BigDecimal other, final double mid) {
        return one.subtract(other).abs().doubleValue() <= TOLERANCE_BPS * BPS * mid;
    }

    private static BigDecimal round(final double price, final RoundingMode mode) {
        return BigDecimal.valueOf(price).setScale(PX_DECIMALS, mode).stripTrailingZeros();
    }

    private static double price(final JsonNode level) {
        return Double.parseDouble(level.get("px").asText());
    }

    private static double size(final JsonNode side) {
        double sum = 0;
        for (int i = 0; i < DEPTH && i < side.size(); i++) {
            sum += Double.parseDouble(side.get(i).get("sz").asText());
        }
        return sum;
    }
}
