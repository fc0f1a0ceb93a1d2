package io.halfspread.app.live;

import io.halfspread.app.report.Decimals;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the venue says of the account, beside what this process counted.
 *
 * @param position signed position of the one coin traded, base units, decimal8; null with several or when not known
 * @param pnlUsd8  change of the account's value over the session, USD, decimal8; null when not known
 * @param feesUsd8 fees of the session's fills, USD, decimal8; null when not known
 */
record VenueFigures(Long position, Long pnlUsd8, Long feesUsd8) {
    /** The venue was not asked, or did not say. */
    static final VenueFigures UNKNOWN = new VenueFigures(null, null, null);

    Map<String, Object> json() {
        final Map<String, Object> json = new LinkedHashMap<>();
        json.put("position", decimal(position));
        json.put("pnl", decimal(pnlUsd8));
        json.put("fees", decimal(feesUsd8));
        return json;
    }

    private static Object decimal(final Long decimal8) {
        return decimal8 == null ? null : Decimals.of(decimal8);
    }
}
