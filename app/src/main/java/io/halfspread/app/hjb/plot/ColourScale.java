package io.halfspread.app.hjb.plot;

import java.util.Locale;

/**
 * Numbers as colours, from dark blue over green to yellow; evenly bright, so that it reads in grey too.
 *
 * @param low  value of the darkest
 * @param high value of the brightest
 */
record ColourScale(double low, double high) {
    /** Where there is no number. */
    static final String NONE = "#d9d9d9";

    private static final int[] ANCHORS = {0x440154, 0x3b528b, 0x21918c, 0x5ec962, 0xfde725};

    String colour(final double value) {
        if (Double.isNaN(value)) {
            return NONE;
        }
        final double share = high > low ? Math.max(0, Math.min(1, (value - low) / (high - low))) : 0.5;
        final double place = share * (ANCHORS.length - 1);
        final int from = Math.min((int) place, ANCHORS.length - 2);
        int mixed = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            final double first = ANCHORS[from] >> shift & 0xff;
            final double second = ANCHORS[from + 1] >> shift & 0xff;
            mixed |= (int) Math.rint(first + (place - from) * (second - first)) << shift;
        }
        return String.format(Locale.ROOT, "#%06x", mixed);
    }
}
