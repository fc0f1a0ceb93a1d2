package io.halfspread.engine.position;

import io.halfspread.codec.contract.HotPath;
import io.halfspread.codec.decimal.FixedMath;

/**
 * Position, cash, funding and fees of one instrument in decimal8, so that they add up to the last digit. Profit is cash plus the
 * position at a price, less fees. Engine thread only.
 */
@HotPath
public final class Position {
    private static final double SCALE = 1e8;

    private long size;
    private long cash;
    private long fees;
    private long volume;
    private long funding;
    private long fills;

    /**
     * Starts from what the account holds; whatever was counted before is forgotten.
     *
     * @param signedSize size, decimal8
     * @param entryPx    average entry price, decimal8
     */
    public void open(final long signedSize, final long entryPx) {
        size = signedSize;
        cash = -FixedMath.multiply(entryPx, signedSize);
        fees = 0;
        volume = 0;
        funding = 0;
        fills = 0;
    }

    /**
     * Counts one fill.
     *
     * @param signedSize size bought (above 0) or sold (below 0), decimal8
     * @param px         price, decimal8
     * @param fee        fee in USD, negative for a rebate, decimal8
     */
    public void onFill(final long signedSize, final long px, final long fee) {
        final long value = FixedMath.multiply(px, signedSize);
        size += signedSize;
        cash -= value;
        fees += fee;
        volume += Math.abs(value);
        fills++;
    }

    /**
     * Takes over a change that no fill tells; it is neither volume nor a fill.
     *
     * @param signedSize change of the size, decimal8
     * @param px         price at which it is booked, decimal8
     */
    public void adjust(final long signedSize, final long px) {
        size += signedSize;
        cash -= FixedMath.multiply(px, signedSize);
    }

    /**
     * Cash less fees: what the fills, adjustments and payments moved.
     *
     * @return USD, decimal8
     */
    public long ledger() {
        return cash - fees;
    }

    /**
     * Counts one funding payment.
     *
     * @param usd amount, above 0 when received, decimal8
     */
    public void onFunding(final long usd) {
        cash += usd;
        funding += usd;
    }

    /**
     * Signed position.
     *
     * @return base units, decimal8
     */
    public long size() {
        return size;
    }

    /**
     * Profit before fees, funding included, with the position valued at a price.
     *
     * @param px price, USD
     * @return USD
     */
    public double grossPnlUsd(final double px) {
        return cash / SCALE + size / SCALE * px;
    }

    /**
     * Funding received.
     *
     * @return USD, decimal8, negative when more was paid than received
     */
    public long funding() {
        return funding;
    }

    /**
     * Fees paid.
     *
     * @return USD, decimal8, negative when rebates exceed fees
     */
    public long fees() {
        return fees;
    }

    /**
     * Value traded.
     *
     * @return USD, decimal8
     */
    public long volume() {
        return volume;
    }

    /**
     * Fills counted.
     *
     * @return count
     */
    public long fills() {
        return fills;
    }
}
