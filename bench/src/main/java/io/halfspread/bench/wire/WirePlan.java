package io.halfspread.bench.wire;

import java.util.concurrent.TimeUnit;

/**
 * How long everything is measured.
 *
 * @param warmNs   each participant at its start, a thousand requotes a second
 * @param rounds   how often all take their turn
 * @param normalNs a round of the normal schedule
 * @param burstNs  a round of bursts
 * @param quietNs  a round of the venue's own cadence
 * @param peers    whether the obvious maker takes part and bursts are sent; else only echo and product
 */
record WirePlan(long warmNs, int rounds, long normalNs, long burstNs, long quietNs, boolean peers) {
    /**
     * The plan of a name.
     *
     * @throws IllegalArgumentException when there is none
     */
    static WirePlan of(final String name) {
        return switch (name) {
            case "quick" -> new WirePlan(seconds(12), 5, millis(1_500), millis(700), seconds(5), true);
            case "line" -> new WirePlan(seconds(12), 6, millis(1_500), 0, seconds(4), false);
            case "full" -> new WirePlan(seconds(15), 15, seconds(4), seconds(2), seconds(10), true);
            case "smoke" -> new WirePlan(seconds(1), 1, seconds(1), seconds(1), seconds(1), true);
            default -> throw new IllegalArgumentException("plan " + name + "; accepted: quick, full, line, smoke");
        };
    }

    private static long millis(final int millis) {
        return TimeUnit.MILLISECONDS.toNanos(millis);
    }

    private static long seconds(final int seconds) {
        return TimeUnit.SECONDS.toNanos(seconds);
    }
}
