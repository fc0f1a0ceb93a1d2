package io.halfspread.app.hjb.plot;

import java.util.Locale;

/**
 * Numbers as colours, from dark blue over green to yellow; evenly bright, so that it reads in grey too.
 *
 * @param low  value of the darkest
 * @param high value of the brightest
 */
public record ColourScale(double low, double high) {
    /** Where there is no number. */
    static final String NONE = "#d9d9d9";

    private static final int[] ANCHORS = {0x440154, 0x3b528b, 0x21918c, 0x5ec962, 0xfde725};

    /**
     * Colour of a value.
     *
     * @param value any value; beyond the ends it is as at the ends
     * @return as style sheets write it
     */
    public String colour(final double value) {
        if (Double.isNaN(value)) {
            return NONE;
        }
        final double place = share(value) * (ANCHORS.length - 1);
        final int from = Math.min((int) place, ANCHORS.length - 2);
        int mixed = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            final double first = ANCHORS[from] >> shift & 0xff;
            final double second = ANCHORS[from + 1] >> shift & 0xff;
            mixed |= (int) Math.rint(first + (place - from) * (second - first)) << shift;
        }
        return String.format(Locale.ROOT, "#%06x", mixed);
    }

    /**
     * Whether dark text reads better on the colour of a value.
     *
     * @param value any value
     * @return true in the bright part of the scale
     */
    public boolean bright(final double value) {
        return share(value) > 0.55;
    }

    private double share(final double value) {
        return high > low ? Math.max(0, Math.min(1, (value - low) / (high - low))) : 0.5;
    }
}
