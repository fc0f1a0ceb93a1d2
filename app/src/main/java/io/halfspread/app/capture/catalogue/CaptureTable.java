package io.halfspread.app.capture.catalogue;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/** Prints a list of captures for a person. */
public final class CaptureTable {
    private static final int REASONS = 3;
    private static final int HASH_DIGITS = 12;
    private static final int COINS = 4;
    private static final double MIB = 1 << 20;
    private static final int MINUTE_S = 60;
    private static final int HOUR_S = 3600;

    private CaptureTable() {}

    /**
     * Prints.
     *
     * @param entries  what to print
     * @param problems captures among them that cannot be used
     * @param out      where
     */
    public static void print(final List<CaptureEntry> entries, final long problems, final PrintStream out) {
        out.println(String.format(
                Locale.ROOT,
                "%-10s  %-24s %-9s %-5s %8s %12s %9s  %-12s %s",
                "day",
                "coins",
                "state",
                "grade",
                "span",
                "inputs",
                "MiB",
                "sha256",
                "path"));
        for (final CaptureEntry entry : entries) {
            out.println(String.format(
                    Locale.ROOT,
                    "%-10s  %-24s %-9s %-5s %8s %,12d %,9.1f  %-12s %s",
                    entry.day() == null ? "?" : entry.day(),
                    coins(entry.coins()),
                    entry.state().text(),
                    entry.quality() == null ? "-" : entry.quality().grade(),
                    span(entry.seconds()),
                    entry.inputs(),
                    entry.bytes() / MIB,
                    entry.sha256().isEmpty() ? "-" : entry.sha256().substring(0, HASH_DIGITS),
                    entry.path()));
            if (entry.problem() != null) {
                out.println("            " + entry.problem());
            }
            if (entry.quality() != null) {
                final List<String> reasons = entry.quality().reasons();
                reasons.stream().limit(REASONS).forEach(reason -> out.println("            " + reason));
                if (reasons.size() > REASONS) {
                    out.println("            and " + (reasons.size() - REASONS) + " more");
                }
            }
        }
        out.println(entries.size() + " captures" + (problems == 0 ? "" : ", " + problems + " of them not usable"));
    }

    private static String coins(final List<String> coins) {
        return coins.size() <= COINS
                ? String.join(",", coins)
                : String.join(",", coins.subList(0, COINS)) + "+" + (coins.size() - COINS);
    }

    private static String span(final double seconds) {
        return seconds < HOUR_S
                ? String.format(Locale.ROOT, "%.1f min", seconds / MINUTE_S)
                : String.format(Locale.ROOT, "%.1f h", seconds / HOUR_S);
    }
}
