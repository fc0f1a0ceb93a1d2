package io.halfspread.app.soak;

/**
 * A test of endurance as a person asked for it.
 *
 * @param minutes how long, on the real clock
 * @param rate    multiple of the venue's message rate, 1 to {@link #MOST_RATE}
 * @param seed    of venue, key and session
 * @param keep    whether the capture of a good run is kept
 */
public record EnduranceRequest(double minutes, int rate, long seed, boolean keep) {
    /** Messages a coin and second at the venue: ETH over 19 minutes of December 2025, all three channels. */
    public static final double VENUE_MESSAGES_PER_S = 12.19;

    /** Highest multiple: blocks of the simulated venue come at most about once in a millisecond. */
    public static final int MOST_RATE = 50;

    private static final int SAMPLES = 12;
    private static final double SECONDS_A_MINUTE = 60;

    /** How long, s. */
    double seconds() {
        return minutes * SECONDS_A_MINUTE;
    }

    /** How long the session runs, s: past the last sample. */
    double sessionSeconds() {
        return seconds() + 1;
    }

    /** Time between two samples: a minute, or a twelfth of a shorter run. */
    double sampleSeconds() {
        return Math.min(SECONDS_A_MINUTE, seconds() / SAMPLES);
    }

    /** Messages a second that are aimed at. */
    double aim() {
        return rate * VENUE_MESSAGES_PER_S;
    }
}
