package io.halfspread.sim.server;

import com.fasterxml.jackson.databind.JsonNode;
import io.halfspread.sim.exchange.BookLevel;
import java.util.ArrayList;
import java.util.List;

/**
 * Coarser price levels of a book: significant figures of the price, and a multiple of the last one. Bids go down to the
 * level, asks up.
 *
 * @param figures  2 to 5, or 0 for the levels as they are
 * @param multiple 1, 2 or 5
 */
record BookRounding(int figures, int multiple) {
    static final BookRounding NONE = new BookRounding(0, 1);

    private static final int FEWEST = 2;
    private static final int MOST = 5;

    /** Reads the two members of a request; null when the venue does not take them. */
    static BookRounding read(final JsonNode request) {
        final JsonNode figures = request.path("nSigFigs");
        final JsonNode mantissa = request.path("mantissa");
        final boolean noFigures = figures.isMissingNode() || figures.isNull();
        final boolean noMantissa = mantissa.isMissingNode() || mantissa.isNull();
        if (noFigures) {
            return noMantissa ? NONE : null;
        }
        final int count = figures.asInt(-1);
        if (!figures.isIntegralNumber() || count < FEWEST || count > MOST) {
            return null;
        }
        if (noMantissa) {
            return new BookRounding(count, 1);
        }
        final int multiple = mantissa.asInt(-1);
        final boolean taken =
                count == MOST && mantissa.isIntegralNumber() && (multiple == 1 || multiple == 2 || multiple == 5);
        return taken ? new BookRounding(count, multiple) : null;
    }

    boolean isNone() {
        return figures == 0;
    }

    /** Merges levels, best first, into at most so many. */
    List<BookLevel> merge(final List<BookLevel> levels, final boolean bids, final int depth) {
        if (isNone()) {
            return levels.subList(0, Math.min(depth, levels.size()));
        }
        final List<BookLevel> merged = new ArrayList<>();
        for (final BookLevel level : levels) {
            final long px = rounded(level.px(), bids);
            final int last = merged.size() - 1;
            if (last >= 0 && merged.get(last).px() == px) {
                final BookLevel best = merged.get(last);
                merged.set(last, new BookLevel(px, best.sz() + level.sz(), best.orders() + level.orders()));
            } else if (merged.size() == depth) {
                break;
            } else {
                merged.add(new BookLevel(px, level.sz(), level.orders()));
            }
        }
        return merged;
    }

    private long rounded(final long px, final boolean down) {
        long top = 1;
        while (px / top >= 10) {
            top *= 10;
        }
        long step = top;
        for (int i = 1; i < figures; i++) {
            step = Math.max(1, step / 10);
        }
        step *= multiple;
        final long floor = px - px % step;
        return down || floor == px ? floor : floor + step;
    }
}
