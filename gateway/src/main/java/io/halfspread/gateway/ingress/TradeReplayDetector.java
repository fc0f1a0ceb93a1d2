package io.halfspread.gateway.ingress;

import io.halfspread.codec.contract.ColdPath;
import io.halfspread.codec.contract.HotPath;
import io.halfspread.codec.hyperliquid.CoinIndex;
import io.halfspread.codec.hyperliquid.FrameList;
import io.halfspread.codec.hyperliquid.VenueTrade;
import java.util.Arrays;

/**
 * Tells the old trades that the venue sends, unflagged, at every subscription from fresh ones. A frame is a replay when
 * it is the first of its coin since the connection was opened, or holds a trade older than the newest one seen, or one
 * already seen, or spans more than a second of venue time; an ordinary frame holds one block's trades. Only the trade ids
 * of the newest block have to be remembered: whatever is older shows by its time. For one thread.
 */
@HotPath
final class TradeReplayDetector {
    private static final long LONGEST_SPAN_NS = 1_000_000_000L;
    private static final int FORESEEN_INSTRUMENTS = 64;

    private Tape[] tapes = new Tape[0];

    TradeReplayDetector() {
        grow(FORESEEN_INSTRUMENTS);
    }

    /** The next trades of every coin are the history that comes with a subscription. */
    @ColdPath("once per connection")
    void onConnectionReset() {
        for (final Tape tape : tapes) {
            tape.fresh = true;
        }
    }

    /** Whether a frame is a replay; remembers its trades. */
    boolean observe(final FrameList<VenueTrade> trades) {
        boolean replay = false;
        long oldest = Long.MAX_VALUE;
        long newest = Long.MIN_VALUE;
        for (int i = 0; i < trades.size(); i++) {
            final VenueTrade trade = trades.get(i);
            if (trade.instrument() != CoinIndex.UNKNOWN) {
                replay |= tape(trade.instrument()).knows(trade.venueNs(), trade.tid());
                oldest = Math.min(oldest, trade.venueNs());
                newest = Math.max(newest, trade.venueNs());
            }
        }
        for (int i = 0; i < trades.size(); i++) {
            final VenueTrade trade = trades.get(i);
            if (trade.instrument() != CoinIndex.UNKNOWN) {
                tape(trade.instrument()).remember(trade.venueNs(), trade.tid());
            }
        }
        return replay || newest - oldest > LONGEST_SPAN_NS && newest >= oldest;
    }

    private Tape tape(final int instrument) {
        if (instrument >= tapes.length) {
            grow(Math.max(instrument + 1, tapes.length * 2));
        }
        return tapes[instrument];
    }

    @ColdPath("more instruments than foreseen")
    private void grow(final int size) {
        final int from = tapes.length;
        tapes = Arrays.copyOf(tapes, size);
        for (int i = from; i < size; i++) {
            tapes[i] = new Tape();
        }
    }

    /** Newest block of one coin and the newest trade ids in it. */
    @HotPath
    private static final class Tape {
        private static final int REMEMBERED = 512;

        private final long[] tids = new long[REMEMBERED];
        private boolean fresh = true;
        private long newestNs = Long.MIN_VALUE;
        private int count;

        private boolean knows(final long venueNs, final long tid) {
            if (fresh || venueNs < newestNs) {
                return true;
            }
            if (venueNs == newestNs) {
                for (int i = Math.min(count, REMEMBERED) - 1; i >= 0; i--) {
                    if (tids[i] == tid) {
                        return true;
                    }
                }
            }
            return false;
        }

        private void remember(final long venueNs, final long tid) {
            fresh = false;
            if (venueNs > newestNs) {
                newestNs = venueNs;
                count = 0;
            }
            if (venueNs == newestNs) {
                tids[count % REMEMBERED] = tid;
                count++;
            }
        }
    }
}
