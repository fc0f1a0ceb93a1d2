package io.halfspread.app.config;

import java.math.BigDecimal;

/**
 * Fees of the venue's perpetuals by 14-day volume (hyperliquid.md 6.3, base table without staking, referral or maker rebate).
 * Live, the account's own rates replace them.
 */
enum FeeTier {
    /** Any volume. */
    BASE("0.015", "0.045"),
    /** Above 5 million USD. */
    ABOVE_5M("0.012", "0.040"),
    /** Above 25 million USD. */
    ABOVE_25M("0.008", "0.035"),
    /** Above 100 million USD. */
    ABOVE_100M("0.004", "0.030"),
    /** Above 500 million USD. */
    ABOVE_500M("0", "0.028"),
    /** Above 2 billion USD. */
    ABOVE_2B("0", "0.026"),
    /** Above 7 billion USD. */
    ABOVE_7B("0", "0.024");

    private final BigDecimal makerPct;
    private final BigDecimal takerPct;

    FeeTier(final String makerPct, final String takerPct) {
        this.makerPct = new BigDecimal(makerPct);
        this.takerPct = new BigDecimal(takerPct);
    }

    static FeeTier of(final long tier) {
        return values()[(int) tier];
    }

    BigDecimal makerPct() {
        return makerPct;
    }

    BigDecimal takerPct() {
        return takerPct;
    }
}
