package io.halfspread.app.machine;

import java.util.BitSet;

/** Cores as the kernel writes them, like {@code 0-3,6}. */
public final class CoreList {
    private static final int MAX_CORES = 1 << 16;

    private final BitSet cores = new BitSet();

    private CoreList() {}

    /**
     * Reads a list.
     *
     * @param text as the kernel writes it; null, empty or anything else is a list without cores
     * @return the cores
     */
    public static CoreList of(final String text) {
        final CoreList list = new CoreList();
        if (text == null || text.isBlank()) {
            return list;
        }
        for (final String range : text.strip().split(",")) {
            final String[] ends = range.split("-", 2);
            final int low = number(ends[0]);
            final int high = ends.length == 1 ? low : number(ends[1]);
            if (low < 0 || high < low) {
                return new CoreList();
            }
            list.cores.set(low, high + 1);
        }
        return list;
    }

    /**
     * Cores from 0 on.
     *
     * @param count how many
     * @return the cores
     */
    public static CoreList first(final int count) {
        final CoreList list = new CoreList();
        list.cores.set(0, count);
        return list;
    }

    private static int number(final String text) {
        try {
            final int number = Integer.parseInt(text);
            return number < MAX_CORES ? number : -1;
        } catch (final NumberFormatException e) {
            return -1;
        }
    }

    /**
     * Whether a core is among them.
     *
     * @param core its number
     * @return true when it is
     */
    public boolean has(final int core) {
        return cores.get(core);
    }

    /**
     * Whether a core is the only one.
     *
     * @param core its number
     * @return true when it is among them and no other is
     */
    public boolean isOnly(final int core) {
        return cores.get(core) && cores.cardinality() == 1;
    }

    /**
     * The lowest of them.
     *
     * @return its number, -1 when there is none
     */
    public int lowest() {
        return cores.nextSetBit(0);
    }

    /**
     * How many there are.
     *
     * @return 0 when nothing is known
     */
    public int count() {
        return cores.cardinality();
    }

    /** As the kernel would write them. */
    @Override
    public String toString() {
        final StringBuilder text = new StringBuilder();
        for (int low = cores.nextSetBit(0); low >= 0; ) {
            final int high = cores.nextClearBit(low) - 1;
            text.append(text.length() == 0 ? "" : ",").append(low);
            if (high > low) {
                text.append('-').append(high);
            }
            low = cores.nextSetBit(high + 1);
        }
        return text.toString();
    }
}
