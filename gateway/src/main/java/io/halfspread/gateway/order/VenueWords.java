package io.halfspread.gateway.order;

import io.halfspread.codec.contract.ColdPath;
import io.halfspread.codec.contract.HotPath;
import io.halfspread.codec.hyperliquid.BoundedText;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.agrona.DirectBuffer;

/** What the venue's error texts mean, as far as more than the text itself follows from them. */
@HotPath
final class VenueWords {
    private static final String[] KEY_REFUSALS = {
        "User or API Wallet ",
        "L1 error: User or API Wallet ",
        "Must deposit before performing actions",
        "Vault not registered"
    };
    private static final byte[][] KEY = ascii(KEY_REFUSALS);
    private static final byte[][] MISSING_ORDER = ascii("Order was never placed, already canceled, or filled");
    private static final int HTTP_DIGITS = 3;

    private VenueWords() {}

    /** A cancel found nothing to cancel. */
    static boolean isMissingOrder(final BoundedText text) {
        return beginsWithAny(text, MISSING_ORDER);
    }

    /** The signer, or the account it signs for, is not one the venue takes actions from. */
    static boolean isAboutKey(final BoundedText text) {
        return beginsWithAny(text, KEY);
    }

    /** As {@link #isAboutKey(BoundedText)}. */
    @ColdPath("for answers over HTTP")
    static boolean isAboutKey(final String text) {
        return Stream.of(KEY_REFUSALS).anyMatch(text::startsWith);
    }

    /** The edge answers in the place of the venue, as HTTP would with 5xx: what became of the action is not known. */
    static boolean isEdgeError(final BoundedText text) {
        if (text.length() < HTTP_DIGITS) {
            return false;
        }
        final DirectBuffer bytes = text.buffer();
        return bytes.getByte(0) == '5'
                && isDigit(bytes.getByte(1))
                && isDigit(bytes.getByte(2))
                && (text.length() == HTTP_DIGITS || !isDigit(bytes.getByte(HTTP_DIGITS)));
    }

    private static boolean isDigit(final byte character) {
        return character >= '0' && character <= '9';
    }

    private static boolean beginsWithAny(final BoundedText text, final byte[][] prefixes) {
        for (int i = 0; i < prefixes.length; i++) {
            if (beginsWith(text, prefixes[i])) {
                return true;
            }
        }
        return false;
    }

    private static boolean beginsWith(final BoundedText text, final byte[] prefix) {
        if (text.length() < prefix.length) {
            return false;
        }
        for (int i = 0; i < prefix.length; i++) {
            if (text.buffer().getByte(i) != prefix[i]) {
                return false;
            }
        }
        return true;
    }

    @ColdPath("at class loading")
    private static byte[][] ascii(final String... texts) {
        return Stream.of(texts)
                .map(text -> text.getBytes(StandardCharsets.US_ASCII))
                .toArray(byte[][]::new);
    }
}
