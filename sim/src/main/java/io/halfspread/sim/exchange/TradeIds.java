package io.halfspread.sim.exchange;

/** Seeded transaction hashes and trade ids; oids rise by one. */
final class TradeIds {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
    private static final long FIRST_OID = 505_880_000_000L;

    private long state;
    private long oid = FIRST_OID;

    TradeIds(final long seed) {
        state = seed;
    }

    long nextOid() {
        return ++oid;
    }

    /** About 50 bits, as the venue's; not rising. */
    long nextTid() {
        return (next() >>> 14) + 1L;
    }

    String nextHash() {
        return String.format("0x%016x%016x%016x%016x", next(), next(), next(), next());
    }

    private long next() {
        state += GOLDEN_GAMMA;
        long mixed = state;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
