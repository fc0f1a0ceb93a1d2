package io.halfspread.app.sweep.page;

import io.halfspread.app.report.Words;
import io.halfspread.app.sweep.judge.Band;
import io.halfspread.app.sweep.space.Candidate;

/** Phrases that the sections share. */
final class Texts {
    private Texts() {}

    static String set(final long index) {
        return index == 0 ? "default" : "set " + index;
    }

    static String set(final Candidate candidate) {
        return set(candidate.index());
    }

    /** A figure and half its 95 % band, USD. */
    static String usd(final Band band) {
        return Double.isNaN(band.value())
                ? Words.NONE
                : Words.signed(band.value(), 2)
                        + (Double.isNaN(band.error()) ? "" : " ± " + Words.fixed(band.half(), 2));
    }

    /** A figure with as many digits as its size asks for. */
    static String figure(final double value) {
        final double size = Math.abs(value);
        return Words.fixed(value, size >= 1000 || value == Math.rint(value) ? 0 : size >= 10 ? 2 : 4);
    }

    /** A figure in few digits, for places without room. */
    static String brief(final double value) {
        final double size = Math.abs(value);
        return Words.fixed(value, size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3);
    }

    static String p(final double value) {
        return Words.fixed(value, 3);
    }
}
