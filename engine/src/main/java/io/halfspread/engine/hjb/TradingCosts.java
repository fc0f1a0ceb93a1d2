package io.halfspread.engine.hjb;

/**
 * What trading and holding cost, in bps of the mid.
 *
 * @param makerFeeBps    fee of a maker fill, negative for a rebate
 * @param markoutBps     eps, average adverse move after our own maker fills beyond what the signal predicts
 * @param takerFeeBps    fee of a taker fill
 * @param halfSpreadBps  half of the market's spread
 * @param slipBps        slippage of a taker order beyond the touch
 * @param fundingBpsPerS f, paid by a long position, bps/s
 */
public record TradingCosts(
        double makerFeeBps,
        double markoutBps,
        double takerFeeBps,
        double halfSpreadBps,
        double slipBps,
        double fundingBpsPerS) {
    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException for a value out of range
     */
    public TradingCosts {
        HjbInput.MAKER_FEE.require(makerFeeBps);
        HjbInput.EPS.require(markoutBps);
        HjbInput.TAKER_FEE.require(takerFeeBps);
        HjbInput.HALF_SPREAD.require(halfSpreadBps);
        HjbInput.SLIP.require(slipBps);
        HjbInput.F.require(fundingBpsPerS);
    }

    /**
     * Cost of a maker fill.
     *
     * @return fee and mark-out, bps
     */
    public double makerCostBps() {
        return makerFeeBps + markoutBps;
    }

    /**
     * Cost of a taker fill.
     *
     * @return fee, half spread and slippage, bps
     */
    public double takerCostBps() {
        return takerFeeBps + halfSpreadBps + slipBps;
    }
}
