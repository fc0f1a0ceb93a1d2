package io.halfspread.codec.hyperliquid;

import io.halfspread.codec.contract.HotPath;
import io.halfspread.codec.decimal.Decimal8;
import io.halfspread.codec.event.ResponseKind;

/** The venue's outcome for one element of an action. Valid until the next frame is decoded. */
@HotPath
public final class VenueResponse {
    private static final int MAX_TEXT_BYTES = 500;

    final Cloid cloid = new Cloid();
    final BoundedText text = new BoundedText(MAX_TEXT_BYTES);
    ResponseKind kind;
    long requestId;
    int index;
    long oid;
    long totalSz;
    long avgPx;

    VenueResponse() {}

    void clear() {
        cloid.clear();
        text.clear();
        oid = Decimal8.NULL;
        totalSz = Decimal8.NULL;
        avgPx = Decimal8.NULL;
    }

    /**
     * Outcome.
     *
     * @return the kind
     */
    public ResponseKind kind() {
        return kind;
    }

    /**
     * Id of the request.
     *
     * @return the id, as it was sent
     */
    public long requestId() {
        return requestId;
    }

    /**
     * Position among the statuses of the reply, the same as the element's in the action.
     *
     * @return from 0; 0 for a reply without statuses
     */
    public int index() {
        return index;
    }

    /**
     * High half of the client order id.
     *
     * @return 0, with a low half of 0, when the reply does not echo it
     */
    public long cloidHigh() {
        return cloid.high;
    }

    /**
     * Low half of the client order id.
     *
     * @return the half
     */
    public long cloidLow() {
        return cloid.low;
    }

    /**
     * Venue order id.
     *
     * @return the id, null when absent
     */
    public long oid() {
        return oid;
    }

    /**
     * Executed size.
     *
     * @return decimal8, null when absent
     */
    public long totalSz() {
        return totalSz;
    }

    /**
     * Average price, rounded half to even.
     *
     * @return decimal8, null when absent
     */
    public long avgPx() {
        return avgPx;
    }

    /**
     * Error text.
     *
     * @return the text, empty when there is none
     */
    public BoundedText text() {
        return text;
    }
}
