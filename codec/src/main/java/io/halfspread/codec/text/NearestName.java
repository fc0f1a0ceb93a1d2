package io.halfspread.codec.text;

import java.util.Locale;

/** Finds what a person probably meant to type. Cold code, usable from any thread. */
public final class NearestName {
    private NearestName() {}

    /**
     * The known name with the fewest edits (insert, delete, replace, swap neighbours), ignoring case; the first of equals.
     *
     * @param name  name as typed
     * @param known names to choose from
     * @return the nearest known name, null when there are none
     */
    public static String of(final String name, final Iterable<String> known) {
        String nearest = null;
        int fewest = Integer.MAX_VALUE;
        for (final String candidate : known) {
            final int edits = edits(name.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
            if (edits < fewest) {
                fewest = edits;
                nearest = candidate;
            }
        }
        return nearest;
    }

    static int edits(final String from, final String to) {
        final int[][] edits = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                edits[i][j] = i == 0 || j == 0 ? i + j : cheapest(edits, from, to, i, j);
            }
        }
        return edits[from.length()][to.length()];
    }

    private static int cheapest(final int[][] edits, final String from, final String to, final int i, final int j) {
        final boolean same = from.charAt(i - 1) == to.charAt(j - 1);
        int fewest = Math.min(edits[i - 1][j - 1] + (same ? 0 : 1), 1 + Math.min(edits[i - 1][j], edits[i][j - 1]));
        final boolean swapped =
                i > 1 && j > 1 && from.charAt(i - 1) == to.charAt(j - 2) && from.charAt(i - 2) == to.charAt(j - 1);
        if (swapped) {
            fewest = Math.min(fewest, edits[i - 2][j - 2] + 1);
        }
        return fewest;
    }
}
