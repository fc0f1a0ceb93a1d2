package io.halfspread.app.report;

import io.halfspread.app.pnl.PnlSplit;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A profit and where it came from, in USD, decimal8: total = spread + inventory - fees + funding, to the last digit.
 *
 * @param spread    what trading away from the mid brought
 * @param inventory what holding the position brought
 * @param fees      fees paid, negative when rebates exceed fees
 * @param funding   funding received, negative when more was paid
 */
record ProfitParts(long spread, long inventory, long fees, long funding) {
    static final ProfitParts NONE = new ProfitParts(0, 0, 0, 0);

    static ProfitParts of(final PnlSplit split, final long mid) {
        return new ProfitParts(split.spread(), split.inventory(mid), split.fees(), split.funding());
    }

    long total() {
        return spread + inventory - fees + funding;
    }

    ProfitParts plus(final ProfitParts more) {
        return new ProfitParts(
                spread + more.spread, inventory + more.inventory, fees + more.fees, funding + more.funding);
    }

    ProfitParts minus(final ProfitParts earlier) {
        return new ProfitParts(
                spread - earlier.spread, inventory - earlier.inventory, fees - earlier.fees, funding - earlier.funding);
    }

    Map<String, Object> json() {
        final Map<String, Object> json = new LinkedHashMap<>();
        json.put("total", Decimals.of(total()));
        json.put("spread", Decimals.of(spread));
        json.put("inventory", Decimals.of(inventory));
        json.put("fees", Decimals.of(fees));
        json.put("funding", Decimals.of(funding));
        return json;
    }
}
