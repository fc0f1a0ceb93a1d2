package io.halfspread.engine.position;

import io.halfspread.codec.contract.HotPath;
import io.halfspread.codec.decimal.FixedMath;

/**
 * The newest fills with their venue times, so that an account state of some time can be compared with what the fills add up
 * to at that time. Engine thread only.
 */
@HotPath
public final class FillLog {
    private final int[] instruments;
    private final long[] venueNs;
    private final long[] sizes;
    private final long[] prices;
    private final long[] fees;
    private long count;
    private long forgottenNs = Long.MIN_VALUE;

    /**
     * Allocates all memory.
     *
     * @param capacity fills remembered
     */
    public FillLog(final int capacity) {
        instruments = new int[capacity];
        venueNs = new long[capacity];
        sizes = new long[capacity];
        prices = new long[capacity];
        fees = new long[capacity];
    }

    /**
     * Remembers a fill; the oldest one is forgotten when there is no room.
     *
     * @param instrument instrument index
     * @param timeNs     venue time
     * @param signedSize size, decimal8
     * @param px         price, decimal8
     * @param fee        fee, USD, decimal8
     */
    public void add(final int instrument, final long timeNs, final long signedSize, final long px, final long fee) {
        final int slot = (int) (count % sizes.length);
        if (count >= sizes.length) {
            forgottenNs = Math.max(forgottenNs, venueNs[slot]);
        }
        instruments[slot] = instrument;
        venueNs[slot] = timeNs;
        sizes[slot] = signedSize;
        prices[slot] = px;
        fees[slot] = fee;
        count++;
    }

    /**
     * Whether every fill later than a time is still remembered.
     *
     * @param timeNs venue time
     * @return false when one may have been forgotten
     */
    public boolean covers(final long timeNs) {
        return forgottenNs <= timeNs;
    }

    /**
     * What an instrument's fills later than a time add up to.
     *
     * @param instrument instrument index
     * @param timeNs     venue time
     * @return signed size, decimal8
     */
    public long sizeAfter(final int instrument, final long timeNs) {
        long size = 0;
        for (int i = 0; i < remembered(); i++) {
            if (instruments[i] == instrument && venueNs[i] > timeNs) {
                size += sizes[i];
            }
        }
        return size;
    }

    /**
     * What the fills later than a time moved in cash, fees taken off, over all instruments.
     *
     * @param timeNs venue time
     * @return USD, decimal8
     */
    public long ledgerAfter(final long timeNs) {
        long moved = 0;
        for (int i = 0; i < remembered(); i++) {
            if (venueNs[i] > timeNs) {
                moved -= FixedMath.multiply(prices[i], sizes[i]) + fees[i];
            }
        }
        return moved;
    }

    /**
     * What the fills later than a time cost in fees, over all instruments.
     *
     * @param timeNs venue time
     * @return USD, decimal8
     */
    public long feesAfter(final long timeNs) {
        long sum = 0;
        for (int i = 0; i < remembered(); i++) {
            if (venueNs[i] > timeNs) {
                sum += fees[i];
            }
        }
        return sum;
    }

    /**
     * Counts an instrument's fills later than a time again, after its position was set to the state of that time.
     *
     * @param instrument instrument index
     * @param timeNs     venue time
     * @param position   the position
     */
    public void repeatAfter(final int instrument, final long timeNs, final Position position) {
        for (int i = 0; i < remembered(); i++) {
            if (instruments[i] == instrument && venueNs[i] > timeNs) {
                position.onFill(sizes[i], prices[i], fees[i]);
            }
        }
    }

    private int remembered() {
        return (int) Math.min(count, sizes.length);
    }
}
