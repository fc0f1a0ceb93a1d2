package io.halfspread.sim.flow;

import java.util.Comparator;
import java.util.Map;

/** What a recorded frame says about one coin. Prices and sizes are decimal8. */
sealed interface RecordedEvent {
    /** By venue time; of one time trades come first, because a book shows what its trades have left. */
    Comparator<RecordedEvent> VENUE_ORDER = Comparator.comparingLong(RecordedEvent::timeMs)
            .thenComparing(event -> !(event instanceof Trade))
            .thenComparingLong(RecordedEvent::receiveNs);

    /** Venue name of the instrument. */
    String coin();

    /** When the frame was received, ns since the epoch. */
    long receiveNs();

    /** Time of its block at the venue, ms since the epoch. */
    long timeMs();

    /**
     * A whole book.
     *
     * @param coin      venue name of the instrument
     * @param receiveNs when the frame was received, ns since the epoch
     * @param timeMs    time of its block at the venue, ms since the epoch
     * @param bids      size by price, buyers
     * @param asks      size by price, sellers
     */
    record Levels(String coin, long receiveNs, long timeMs, Map<Long, Long> bids, Map<Long, Long> asks)
            implements RecordedEvent {}

    /**
     * The best of both sides.
     *
     * @param coin      venue name of the instrument
     * @param receiveNs when the frame was received, ns since the epoch
     * @param timeMs    time of its block at the venue, ms since the epoch
     * @param bidPx     highest price bid
     * @param bidSz     size bid there
     * @param askPx     lowest price asked
     * @param askSz     size asked there
     */
    record Touch(String coin, long receiveNs, long timeMs, long bidPx, long bidSz, long askPx, long askSz)
            implements RecordedEvent {}

    /**
     * One fill of the tape.
     *
     * @param coin      venue name of the instrument
     * @param receiveNs when the frame was received, ns since the epoch
     * @param timeMs    time of its block at the venue, ms since the epoch
     * @param tid       the venue's id of the trade
     * @param buy       whether the taker bought
     * @param px        price
     * @param sz        size
     */
    record Trade(String coin, long receiveNs, long timeMs, long tid, boolean buy, long px, long sz)
            implements RecordedEvent {}
}
