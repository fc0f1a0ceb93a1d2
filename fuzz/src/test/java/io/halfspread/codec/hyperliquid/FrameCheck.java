package io.halfspread.codec.hyperliquid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.halfspread.codec.refusal.Refusal;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * What must hold for any bytes: nothing is thrown, a refusal names a place within the frame, the bytes around a frame and
 * those of the frame before make no difference, a decoder that saw other frames before decodes as a new one, and what it
 * accepts an independent reader does too.
 */
final class FrameCheck {
    private static final int MARGIN = 24;
    private static final ObjectMapper JACKSON =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final List<String> COINS = List.of("BTC", "ETH", "kTEST");

    private final HyperliquidDecoder used = new HyperliquidDecoder(new CoinIndex(COINS));

    void check(final byte[] frame) {
        final String fresh = decode(new HyperliquidDecoder(new CoinIndex(COINS)), frame, (byte) ' ');
        assertEquals(fresh, decode(used, frame, (byte) '"'));
        assertEquals(fresh, decode(used, frame, (byte) '7'));
    }

    private static String decode(final HyperliquidDecoder decoder, final byte[] frame, final byte around) {
        final byte[] bytes = new byte[frame.length + 2 * MARGIN];
        Arrays.fill(bytes, around);
        System.arraycopy(frame, 0, bytes, MARGIN, frame.length);
        final byte[] before = new byte[bytes.length];
        Arrays.fill(before, around);
        decoder.decode(new UnsafeBuffer(before), 0, before.length);
        final int fault = decoder.decode(new UnsafeBuffer(bytes), MARGIN, frame.length);
        final EventLines events = new EventLines();
        assertTrue(decoder.deliver(events));
        if (fault == Refusal.NONE) {
            readIndependently(frame);
            return decoder.channel() + "\n" + events;
        }
        final int place = decoder.faultPosition();
        assertTrue(place >= 0 && place <= frame.length, () -> "refused at " + place + " of " + frame.length);
        assertEquals("", events.toString());
        return Refusal.describe(fault) + " at " + place;
    }

    private static void readIndependently(final byte[] frame) {
        try {
            JACKSON.readTree(frame);
        } catch (final JsonProcessingException e) {
            // The grammar allows the escape of a lone surrogate anywhere; the library does not in names.
            if (!e.getOriginalMessage().contains("surrogate")) {
                throw new AssertionError("accepted, but " + e.getOriginalMessage(), e);
            }
        } catch (final IOException e) {
            throw new AssertionError(e);
        }
    }
}
