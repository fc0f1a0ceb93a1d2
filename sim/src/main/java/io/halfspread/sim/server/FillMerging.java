package io.halfspread.sim.server;

import io.halfspread.sim.exchange.FillRecord;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Fills with the parts of one crossing order at one time made one. */
final class FillMerging {
    private FillMerging() {}

    static List<FillRecord> merged(final List<FillRecord> fills) {
        final List<FillRecord> merged = new ArrayList<>();
        for (final FillRecord fill : fills) {
            final int last = merged.size() - 1;
            if (last >= 0 && fill.crossed() && sameOrder(merged.get(last), fill)) {
                merged.set(last, together(merged.get(last), fill));
            } else {
                merged.add(fill);
            }
        }
        return merged;
    }

    private static boolean sameOrder(final FillRecord a, final FillRecord b) {
        return a.oid() == b.oid() && a.timeMs() == b.timeMs() && a.crossed();
    }

    private static FillRecord together(final FillRecord a, final FillRecord b) {
        final long sz = a.sz() + b.sz();
        final long px = BigInteger.valueOf(a.px())
                .multiply(BigInteger.valueOf(a.sz()))
                .add(BigInteger.valueOf(b.px()).multiply(BigInteger.valueOf(b.sz())))
                .divide(BigInteger.valueOf(sz))
                .longValue();
        return new FillRecord(
                a.asset(),
                px,
                sz,
                a.buy(),
                a.timeMs(),
                a.startPosition(),
                a.dir(),
                a.closedPnl() + b.closedPnl(),
                a.hash(),
                a.oid(),
                a.cloid(),
                true,
                a.fee() + b.fee(),
                a.tid());
    }
}
