package io.halfspread.codec.hyperliquid;

import io.halfspread.codec.contract.HotPath;

/**
 * Receives the events of a frame that was decoded whole. Only events of registered coins arrive. Each method returns
 * whether the event was taken: after false the decoder stops, and the same event comes again with the next
 * {@link HyperliquidDecoder#deliver}. Arguments are valid during the call. Called on the thread that decodes.
 */
@HotPath
public interface VenueListener {
    /**
     * A book snapshot.
     *
     * @param instrument instrument index
     * @param venueNs    block time, nanoseconds since the epoch
     * @param fast       whether it is of the five-level stream
     * @param bids       bid levels, best first; may be empty
     * @param asks       ask levels, best first; may be empty
     * @return whether it was taken
     */
    boolean onBook(int instrument, long venueNs, boolean fast, BookSide bids, BookSide asks);

    /**
     * The touch after a block that changed it.
     *
     * @param instrument instrument index
     * @param venueNs    block time, nanoseconds since the epoch
     * @param bid        best bid as level 0, empty when there is none
     * @param ask        best ask as level 0, empty when there is none
     * @return whether it was taken
     */
    boolean onBbo(int instrument, long venueNs, BookSide bid, BookSide ask);

    /**
     * All trades of one frame, so that a replay of old ones can be told from fresh ones.
     *
     * @param trades the trades in frame order; those with {@link CoinIndex#UNKNOWN} as instrument are to be left out
     * @return whether all were taken
     */
    boolean onTrades(FrameList<VenueTrade> trades);

    /**
     * A mid price out of allMids.
     *
     * @param instrument instrument index
     * @param px         decimal8
     * @return whether it was taken
     */
    boolean onMid(int instrument, long px);

    /**
     * Mark, oracle, funding and statistics of an instrument.
     *
     * @param context the values
     * @return whether they were taken
     */
    boolean onAssetContext(VenueContext context);

    /**
     * A status change of an order.
     *
     * @param update the change
     * @return whether it was taken
     */
    boolean onOrderUpdate(VenueOrderUpdate update);

    /**
     * An execution of ours.
     *
     * @param fill the execution
     * @return whether it was taken
     */
    boolean onFill(VenueFill fill);

    /**
     * Funding that the account paid or received. Taken and forgotten unless overridden.
     *
     * @param funding the payment
     * @return whether it was taken
     */
    default boolean onFunding(final VenueFunding funding) {
        return true;
    }

    /**
     * Something a person should hear of. Taken and forgotten unless overridden.
     *
     * @param notice what
     * @return whether it was taken
     */
    default boolean onNotice(final UserNotice notice) {
        return true;
    }

    /**
     * Outcome of one element of an action.
     *
     * @param response the outcome
     * @return whether it was taken
     */
    boolean onResponse(VenueResponse response);

    /**
     * The venue refused a request on the socket.
     *
     * @param text the venue's text
     * @return whether it was taken
     */
    boolean onVenueError(BoundedText text);
}
