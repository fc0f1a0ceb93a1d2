package io.halfspread.app.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** By how much the profit of each coin changed in each minute of event time; the last minute may be shorter. For one thread. */
final class ProfitBlocks {
    /** Length of a block, ns. */
    static final long LENGTH_NS = 60_000_000_000L;

    private final List<long[]> ends = new ArrayList<>();
    private long endNs = Long.MIN_VALUE;

    void begin(final long nowNs) {
        endNs = nowNs + LENGTH_NS;
    }

    /** Whether a block ends before that time. */
    boolean isOver(final long nowNs) {
        return nowNs >= endNs;
    }

    /** Ends every block that ends by that time, with profits that stood since the last event. */
    void endUntil(final long nowNs, final long[] profits) {
        while (isOver(nowNs)) {
            ends.add(profits);
            endNs += LENGTH_NS;
        }
    }

    /** Changes of a coin block by block, USD, decimal8, given the profits at the end. */
    long[] changes(final int coin, final long last) {
        final long[] changes = new long[ends.size() + 1];
        long before = 0;
        for (int i = 0; i < ends.size(); i++) {
            final long[] at = ends.get(i);
            final long profit = coin < at.length ? at[coin] : 0;
            changes[i] = profit - before;
            before = profit;
        }
        changes[ends.size()] = last - before;
        return changes;
    }

    /** Sums of several coins' changes. */
    static long[] sum(final List<long[]> coins) {
        final int blocks =
                coins.stream().mapToInt(changes -> changes.length).max().orElse(0);
        final long[] sum = new long[blocks];
        coins.forEach(changes -> Arrays.setAll(sum, i -> sum[i] + (i < changes.length ? changes[i] : 0)));
        return sum;
    }

    /** Second less first, block by block. */
    static long[] difference(final long[] first, final long[] second) {
        final long[] difference = new long[Math.max(first.length, second.length)];
        Arrays.setAll(difference, i -> (i < second.length ? second[i] : 0) - (i < first.length ? first[i] : 0));
        return difference;
    }

    /** Sum of the changes in USD with its band: the standard error counts each block as one observation. */
    static Estimate total(final long[] changes) {
        final ClusteredMean mean = new ClusteredMean(LENGTH_NS);
        for (int i = 0; i < changes.length; i++) {
            mean.add(i * LENGTH_NS, changes[i] / 1e8);
        }
        return mean.estimate().times(changes.length);
    }
}
