package io.halfspread.sim.server;

/**
 * The venue's push clocks and delays, in milliseconds.
 *
 * @param bookMs       between whole books on {@code l2Book}
 * @param fastBookMs   between the five-level books of {@code l2Book} with {@code fast}
 * @param midsMs       between frames of {@code allMids} and other whole states
 * @param contextMs    between frames of {@code activeAssetCtx}
 * @param candleMs     shortest time between frames of one {@code candle}
 * @param idleMs       connections on which nothing was sent for this long are dropped
 * @param takerDelayMs how much later GTC and IOC orders reach a block than everything else
 * @param replyDelayMs how long replies to actions take after their block
 * @param userDelayMs  how long frames of user channels take after their block
 */
public record VenueTimings(
        long bookMs,
        long fastBookMs,
        long midsMs,
        long contextMs,
        long candleMs,
        long idleMs,
        long takerDelayMs,
        long replyDelayMs,
        long userDelayMs) {
    /** As measured at the venue in 2026, without added delays. */
    public static final VenueTimings VENUE = new VenueTimings(5000, 540, 5000, 1000, 600, 60_000, 0, 0, 0);

    /**
     * Other clocks of the books.
     *
     * @param plainMs between whole books
     * @param fastMs  between five-level books
     * @return these with the two changed
     */
    public VenueTimings withBooks(final long plainMs, final long fastMs) {
        return new VenueTimings(
                plainMs, fastMs, midsMs, contextMs, candleMs, idleMs, takerDelayMs, replyDelayMs, userDelayMs);
    }

    /**
     * Clocks of the channels of a market that goes faster; delays and the idle time stay.
     *
     * @param speed how many times as fast, from 1
     * @return these with the clocks changed
     */
    public VenueTimings faster(final int speed) {
        return new VenueTimings(
                bookMs / speed,
                fastBookMs / speed,
                midsMs / speed,
                contextMs / speed,
                candleMs / speed,
                idleMs,
                takerDelayMs,
                replyDelayMs,
                userDelayMs);
    }

    /**
     * Another idle time.
     *
     * @param value milliseconds
     * @return these with it changed
     */
    public VenueTimings withIdle(final long value) {
        return new VenueTimings(
                bookMs, fastBookMs, midsMs, contextMs, candleMs, value, takerDelayMs, replyDelayMs, userDelayMs);
    }

    /**
     * Other delays.
     *
     * @param takerMs added to GTC and IOC orders before their block
     * @param replyMs added to replies after their block
     * @param userMs  added to user channels after their block
     * @return these with the three changed
     */
    public VenueTimings withDelays(final long takerMs, final long replyMs, final long userMs) {
        return new VenueTimings(bookMs, fastBookMs, midsMs, contextMs, candleMs, idleMs, takerMs, replyMs, userMs);
    }
}
