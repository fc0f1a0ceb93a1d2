package io.halfspread.engine.handler;

import io.halfspread.codec.contract.HotPath;
import org.agrona.DirectBuffer;

/**
 * Recognises in the text of a refused IOC that the venue takes post-only orders only, as it does for a while after an
 * upgrade of its network: "Only post-only orders allowed immediately after a network upgrade". Engine thread only.
 */
@HotPath
final class VenueRestriction {
    private static final byte[] POST = {'p', 'o', 's', 't'};
    private static final byte[] ONLY = {'o', 'n', 'l', 'y'};
    private static final int CASE = 0x20;

    private VenueRestriction() {}

    /** Whether "post-only" or "post only" is in a text, in any case. */
    static boolean isPostOnly(final DirectBuffer buffer, final int offset, final int length) {
        for (int at = offset; at + POST.length + 1 + ONLY.length <= offset + length; at++) {
            if (isWord(buffer, at, POST)) {
                final byte between = buffer.getByte(at + POST.length);
                if ((between == '-' || between == ' ') && isWord(buffer, at + POST.length + 1, ONLY)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isWord(final DirectBuffer buffer, final int at, final byte[] word) {
        for (int i = 0; i < word.length; i++) {
            if ((buffer.getByte(at + i) | CASE) != word[i]) {
                return false;
            }
        }
        return true;
    }
}
