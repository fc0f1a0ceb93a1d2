package io.halfspread.sim.exchange;

/** Position of one account in one instrument. */
final class Holding {
    long szi;
    long entryNtl;
    int leverage;
    long fundingAllTime;
    long fundingOpen;
    long fundingChange;

    Holding(final int leverage) {
        this.leverage = leverage;
    }

    /** Takes a fill in; gives the profit it realised. */
    long onFill(final boolean buy, final long px, final long sz) {
        final long signed = buy ? sz : -sz;
        fundingChange = 0L;
        if (szi == 0L || szi > 0L == buy) {
            if (szi == 0L) {
                fundingOpen = 0L;
            }
            szi += signed;
            entryNtl += buy ? Amounts.notional(px, sz) : -Amounts.notional(px, sz);
            return 0L;
        }
        final long closed = Math.min(sz, Math.abs(szi));
        final long paid = closed == Math.abs(szi) ? entryNtl : Amounts.portion(entryNtl, closed, Math.abs(szi));
        final long got = buy ? -Amounts.notional(px, closed) : Amounts.notional(px, closed);
        szi += signed;
        entryNtl -= paid;
        if (sz > closed) {
            fundingOpen = 0L;
            entryNtl = buy ? Amounts.notional(px, sz - closed) : -Amounts.notional(px, sz - closed);
        }
        return got - paid;
    }

    /** The venue's words for a fill that moves a position. */
    static String direction(final long before, final boolean buy, final long sz) {
        if (before == 0L || before > 0L == buy) {
            return buy ? "Open Long" : "Open Short";
        }
        if (sz <= Math.abs(before)) {
            return buy ? "Close Short" : "Close Long";
        }
        return buy ? "Short > Long" : "Long > Short";
    }
}
