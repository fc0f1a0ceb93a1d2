package io.halfspread.app.pnl;

import io.halfspread.codec.decimal.FixedMath;

/**
 * Profit of one instrument by where it comes from. With q the signed position, m the mid price of the merged book and p the
 * price of a fill of signed size s (above 0 bought):
 *
 * <pre>
 * spread    = sum over fills of s * (m at the fill - p)        what trading away from the mid brought
 * inventory = sum over changes of m of q * (change of m)       what holding the position brought
 * fees      = sum of fees paid, rebates negative               taken off
 * funding   = sum of payments received, paid ones negative
 * total     = spread + inventory - fees + funding
 * </pre>
 *
 * The sum of the second line is kept summed by parts, as q * m less the position's cost at mids, so that the total is cash
 * plus position at the mid, to the last digit and however many prices passed by. The mid at a fill is the newest one before it in
 * the ring's order: a fill told after the book has moved counts with the moved one. A position taken over from the account
 * counts from the venue's entry price, one adjusted without a fill from the price it was booked at: both move inventory alone.
 * All amounts are decimal8; USD. For one thread.
 */
public final class PnlSplit {
    private long size;
    private long tradeCash;
    private long costAtMid;
    private long fees;
    private long funding;

    /** Nothing held, nothing earned. */
    public PnlSplit() {}

    /** Forgets everything. */
    public void reset() {
        size = 0;
        tradeCash = 0;
        costAtMid = 0;
        fees = 0;
        funding = 0;
    }

    /**
     * Counts one fill.
     *
     * @param signedSize size bought (above 0) or sold (below 0)
     * @param px         price
     * @param mid        mid price at that time; 0 when there was none yet, and the fill then earned no spread
     * @param fee        fee, negative for a rebate
     */
    public void onFill(final long signedSize, final long px, final long mid, final long fee) {
        size += signedSize;
        tradeCash -= FixedMath.multiply(px, signedSize);
        costAtMid += FixedMath.multiply(mid == 0 ? px : mid, signedSize);
        fees += fee;
    }

    /**
     * Counts a change of the position that is no trade: taken over from the account, or adjusted.
     *
     * @param signedSize change of the size
     * @param cash       what the books moved for it, below 0 for a size above 0
     */
    public void onMoved(final long signedSize, final long cash) {
        size += signedSize;
        tradeCash += cash;
        costAtMid -= cash;
    }

    /**
     * Counts fees that no fill told here.
     *
     * @param usd fees, negative for rebates
     */
    public void onFees(final long usd) {
        fees += usd;
    }

    /**
     * Counts one funding payment.
     *
     * @param usd amount, above 0 when received
     */
    public void onFunding(final long usd) {
        funding += usd;
    }

    /**
     * Signed position.
     *
     * @return base units
     */
    public long size() {
        return size;
    }

    /**
     * What trading away from the mid brought.
     *
     * @return USD
     */
    public long spread() {
        return tradeCash + costAtMid;
    }

    /**
     * What holding the position brought.
     *
     * @param mid mid price now
     * @return USD
     */
    public long inventory(final long mid) {
        return FixedMath.multiply(mid, size) - costAtMid;
    }

    /**
     * Fees paid.
     *
     * @return USD, negative when rebates exceed fees
     */
    public long fees() {
        return fees;
    }

    /**
     * Funding received.
     *
     * @return USD, negative when more was paid than received
     */
    public long funding() {
        return funding;
    }

    /**
     * Profit: the sum of the parts.
     *
     * @param mid mid price now
     * @return USD
     */
    public long total(final long mid) {
        return spread() + inventory(mid) - fees + funding;
    }
}
