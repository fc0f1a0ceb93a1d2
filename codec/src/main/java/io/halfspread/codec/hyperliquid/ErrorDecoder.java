package io.halfspread.codec.hyperliquid;

import io.halfspread.codec.contract.HotPath;
import io.halfspread.codec.json.JsonCursor;

/** Channel error: one string. */
@HotPath
final class ErrorDecoder implements ChannelDecoder {
    private static final int MAX_TEXT_BYTES = 500;

    private final BoundedText text = new BoundedText(MAX_TEXT_BYTES);

    @Override
    public void decode(final JsonCursor cursor) {
        text.clear();
        if (cursor.string()) {
            text.copy(cursor);
        }
    }

    @Override
    public boolean deliver(final VenueListener listener) {
        return listener.onVenueError(text);
    }

    @Override
    public int unknownCoins() {
        return 0;
    }
}
