package io.halfspread.sim;

/**
 * What a synthetic session is made of. Equal plans give equal bytes.
 *
 * @param seed       seed of every random draw
 * @param seconds    length of the session, 1 to 86,400
 * @param coin       venue name of the perpetual, for example {@code HYPE}
 * @param szDecimals decimals of a size, 0 to 5
 * @param startPrice first value of the hidden price, USD, 1,000 price steps of the coin to 1,000,000
 * @param fastBook   whether the five-level book stream is subscribed too
 */
public record SessionPlan(long seed, int seconds, String coin, int szDecimals, double startPrice, boolean fastBook) {
    private static final double LEAST_STEPS = 1_000.0;
    private static final double[] SMALLEST_STEP = {1e-6, 1e-5, 1e-4, 1e-3, 1e-2, 1e-1};

    /** Refuses a plan outside the stated ranges. */
    public SessionPlan {
        require(seconds >= 1 && seconds <= 86_400, "seconds", seconds, "1 to 86400");
        require(coin.matches("[A-Za-z0-9]{1,16}"), "coin", coin, "1 to 16 letters and digits");
        require(szDecimals >= 0 && szDecimals <= 5, "szDecimals", szDecimals, "0 to 5");
        final double leastPrice = LEAST_STEPS * SMALLEST_STEP[szDecimals];
        require(
                startPrice >= leastPrice && startPrice <= 1_000_000.0,
                "startPrice",
                startPrice,
                leastPrice + " to 1000000");
    }

    private static void require(final boolean accepted, final String name, final Object value, final String range) {
        if (!accepted) {
            throw new IllegalArgumentException(name + " is " + value + "; accepted: " + range);
        }
    }
}
