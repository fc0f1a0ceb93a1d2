package io.halfspread.app.report;

import io.halfspread.app.explain.ReasonWords;
import io.halfspread.codec.event.Side;
import java.util.Locale;

/**
 * Why one session traded where another did not, or more of it. Told of the second session (B, the change) where it can be:
 * a fill it gained because it was nearer, a fill it lost because it was farther.
 *
 * @param cause what kind of cause, for counting
 * @param words the cause in full
 */
record FillDifference(String cause, String words) {
    static final String NEARER = "nearer";
    static final String FARTHER = "farther";
    static final String QUEUE = "place in the queue";
    static final String SIZE = "size";
    static final String LATE = "came too late";
    static final String UNDER_WAY = "order under way";
    static final String ABSENT = "no quote";
    static final String TAKER = "taker";

    private static final double BPS = 1e4;

    /**
     * The two sessions at one fill.
     *
     * @param fill    the fill
     * @param gained  whether B has it, or more of it; otherwise A
     * @param labelA  what A is called
     * @param labelB  what B is called
     * @param has     what stood in the session that has it, just before
     * @param other   what stood in the other session, just before
     * @param wish    what the other session wanted
     * @param traded  what the other session traded there all the same, decimal8
     */
    record Case(
            FillTape.Fill fill,
            boolean gained,
            String labelA,
            String labelB,
            OrderTrack.Standing has,
            OrderTrack.Standing other,
            OrderTrack.Wish wish,
            long traded) {
        private String labelHas() {
            return gained ? labelB : labelA;
        }

        private String labelOther() {
            return gained ? labelA : labelB;
        }

        private String side() {
            return fill.side() == Side.BID ? "bid" : "ask";
        }
    }

    static FillDifference of(final Case at) {
        if (at.fill.taker()) {
            return new FillDifference(TAKER, "only " + at.labelHas() + " took liquidity then");
        }
        if (!at.other.isThere()) {
            return absent(at);
        }
        final long farther = at.fill.side() == Side.BID ? at.fill.px() - at.other.px() : at.other.px() - at.fill.px();
        if (farther > 0) {
            final String bps = String.format(Locale.ROOT, "%.2f", (double) farther / at.fill.px() * BPS);
            return at.gained
                    ? new FillDifference(
                            NEARER,
                            at.labelB + "'s " + at.side() + " was " + bps + " bps nearer: " + px(at.fill.px()) + ", "
                                    + at.labelA + "'s " + px(at.other.px()))
                    : new FillDifference(
                            FARTHER,
                            at.labelB + "'s " + at.side() + " was " + bps + " bps farther: " + px(at.other.px()) + ", "
                                    + at.labelA + "'s " + px(at.fill.px()));
        }
        if (at.traded > 0 && at.traded >= at.other.remaining()) {
            return new FillDifference(
                    SIZE, at.labelOther() + "'s " + at.side() + " had only " + px(at.other.remaining()) + " left");
        }
        if (farther < 0) {
            return new FillDifference(
                    LATE,
                    at.labelOther() + "'s " + at.side() + " at " + px(at.other.px())
                            + " was nearer, but came after what " + at.labelHas() + "'s met");
        }
        return new FillDifference(
                QUEUE,
                at.labelOther() + "'s " + at.side() + " was further back at " + px(at.fill.px()) + ": there since "
                        + since(at.other) + ", " + at.labelHas() + "'s since " + since(at.has));
    }

    private static FillDifference absent(final Case at) {
        final String whose = at.labelOther() + "'s " + at.side();
        if (at.wish.quoted()) {
            return new FillDifference(
                    UNDER_WAY,
                    whose + " was under way" + (at.other.filled() ? "; the one before had just been filled" : ""));
        }
        return new FillDifference(
                ABSENT + ": " + at.wish.reason().name().toLowerCase(Locale.ROOT),
                whose + " was not there: " + ReasonWords.of(at.wish.reason()));
    }

    private static String px(final long decimal8) {
        return Decimals.of(decimal8).toPlainString();
    }

    private static String since(final OrderTrack.Standing standing) {
        return standing.since() == null
                ? "?"
                : Words.time(standing.since().ns()).substring(11)
                        + String.format(
                                Locale.ROOT,
                                ".%03d",
                                Math.floorMod(standing.since().ns(), 1_000_000_000L) / 1_000_000);
    }
}
