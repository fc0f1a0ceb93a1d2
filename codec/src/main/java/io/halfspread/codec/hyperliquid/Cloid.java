package io.halfspread.codec.hyperliquid;

import io.halfspread.codec.contract.HotPath;
import io.halfspread.codec.json.HexDigits;
import io.halfspread.codec.json.JsonCursor;
import io.halfspread.codec.refusal.Refusal;

/** A client order id of 128 bits as two longs; both 0 when absent. */
@HotPath
final class Cloid {
    private static final int MAX_DIGITS = 32;
    private static final int PREFIX = 2;

    long high;
    long low;

    void clear() {
        high = 0;
        low = 0;
    }

    /** Reads null or {@code 0x} and 1 to 32 digits; a fault is left in the cursor. */
    void read(final JsonCursor cursor) {
        clear();
        if (cursor.nullValue()) {
            return;
        }
        final int at = cursor.position();
        if (cursor.string() && !parse(cursor)) {
            cursor.fail(Refusal.CLOID_MALFORMED, at);
        }
    }

    private boolean parse(final JsonCursor cursor) {
        final int offset = cursor.textOffset();
        final int length = cursor.textLength();
        if (length <= PREFIX
                || length > PREFIX + MAX_DIGITS
                || cursor.textBuffer().getByte(offset) != '0'
                || cursor.textBuffer().getByte(offset + 1) != 'x') {
            return false;
        }
        for (int i = PREFIX; i < length; i++) {
            final int digit = HexDigits.value(cursor.textBuffer().getByte(offset + i));
            if (digit < 0) {
                return false;
            }
            high = high << 4 | low >>> 60;
            low = low << 4 | digit;
        }
        return true;
    }
}
