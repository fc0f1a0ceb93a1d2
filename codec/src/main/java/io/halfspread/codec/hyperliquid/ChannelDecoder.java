package io.halfspread.codec.hyperliquid;

import io.halfspread.codec.contract.HotPath;
import io.halfspread.codec.json.JsonCursor;

/** Reads the {@code data} of one channel into scratch, and hands its events out afterwards. */
@HotPath
interface ChannelDecoder {
    /** Reads the value that is next, all of it; a fault is left in the cursor. Forgets the frame before. */
    void decode(JsonCursor cursor);

    /** Hands over what was decoded, from where the last call stopped; false when the listener had no room. */
    boolean deliver(VenueListener listener);

    /** Elements of the frame whose coin is not registered. */
    int unknownCoins();
}
