package io.halfspread.app.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where a profit came from, in USD. The five parts add up to the total to the last digit.
 *
 * @param total     the engine's profit: at the last mid, fees taken off
 * @param spread    sum over fills of signed size times (mid before the fill - price)
 * @param inventory sum over moves of the mid of position times the move
 * @param fees      what fees took, negative when paid
 * @param funding   received, negative when paid
 * @param other     what came with positions that no fill of this session made
 */
record ProfitParts(
        BigDecimal total,
        BigDecimal spread,
        BigDecimal inventory,
        BigDecimal fees,
        BigDecimal funding,
        BigDecimal other) {
    static final ProfitParts NONE = of(0, 0, 0, 0, 0);

    private static final int DECIMAL8 = 8;

    /** The inventory's part is what the others leave of the total: the two are the same sum. */
    static ProfitParts of(
            final double totalUsd, final long spread, final long fees, final long funding, final long other) {
        final BigDecimal total = new BigDecimal(totalUsd).setScale(DECIMAL8, RoundingMode.HALF_EVEN);
        final BigDecimal rest = BigDecimal.valueOf(spread - fees + funding + other, DECIMAL8);
        return new ProfitParts(
                total,
                BigDecimal.valueOf(spread, DECIMAL8),
                total.subtract(rest),
                BigDecimal.valueOf(-fees, DECIMAL8),
                BigDecimal.valueOf(funding, DECIMAL8),
                BigDecimal.valueOf(other, DECIMAL8));
    }

    ProfitParts plus(final ProfitParts more) {
        return new ProfitParts(
                total.add(more.total),
                spread.add(more.spread),
                inventory.add(more.inventory),
                fees.add(more.fees),
                funding.add(more.funding),
                other.add(more.other));
    }

    ProfitParts minus(final ProfitParts earlier) {
        return new ProfitParts(
                total.subtract(earlier.total),
                spread.subtract(earlier.spread),
                inventory.subtract(earlier.inventory),
                fees.subtract(earlier.fees),
                funding.subtract(earlier.funding),
                other.subtract(earlier.other));
    }

    Map<String, Object> json() {
        final Map<String, Object> json = new LinkedHashMap<>();
        json.put("total", total);
        json.put("spread", spread);
        json.put("inventory", inventory);
        json.put("fees", fees);
        json.put("funding", funding);
        json.put("other", other);
        return json;
    }
}
