package io.halfspread.engine.tuning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfspread.codec.event.MessageHeaderDecoder;
import io.halfspread.codec.event.SourceKind;
import io.halfspread.codec.event.TuningParamsRejectedDecoder;
import io.halfspread.codec.event.TuningParamsUpdateDecoder;
import io.halfspread.engine.ring.EventRing;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Map;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

class TuningEventsTest {
    private static final Sha256 HASH = Sha256.of("abc".getBytes(StandardCharsets.US_ASCII));

    private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[EventRing.SLOT_LENGTH]);

    @Test
    void shouldReadBackTheUpdateItWrote() {
        final TuningValues values = TuningValues.defaults().with(Map.of(TuningParam.SKEW_ADJUSTMENT_FACTOR, 0.8));
        final TuningSource source = new TuningSource(SourceKind.DROP, "volatile.json", HASH);
        final TuningUpdate update =
                new TuningUpdate(42, source, values, EnumSet.of(TuningParam.SKEW_ADJUSTMENT_FACTOR));

        final int length = TuningEvents.encode(buffer, 123, update);

        assertEquals(update, TuningEvents.decodeUpdate(buffer, 0));
        assertEquals(8 + TuningParamsUpdateDecoder.BLOCK_LENGTH + 4 + 7 * 10, length);
        assertEquals(123, buffer.getLong(8));
        final TuningParamsUpdateDecoder decoder =
                new TuningParamsUpdateDecoder().wrapAndApplyHeader(buffer, 0, new MessageHeaderDecoder());
        assertEquals(0xba7816bf8f01cfeaL, decoder.sha256A());
        assertEquals(TuningParamsUpdateDecoder.instrumentNullValue(), decoder.instrument());
    }

    @Test
    void shouldReadBackTheRejectionItWrote() {
        final TuningRejection rejection =
                new TuningRejection(new TuningSource(SourceKind.FILE, "tuning_params.json", HASH), "line 1:1: \u03bc");

        final int length = TuningEvents.encode(buffer, 5, rejection);

        assertEquals(rejection, TuningEvents.decodeRejection(buffer, 0));
        assertEquals(8 + TuningParamsRejectedDecoder.BLOCK_LENGTH + 2 + 12, length);
    }

    @Test
    void shouldCutLongTextOnACharacterSoThatItFitsASlot() {
        for (int lead = 0; lead < 3; lead++) {
            final String name = "x".repeat(lead) + "\u20ac".repeat(30);
            final String reason = "y".repeat(lead) + "\u20ac".repeat(1000);

            final int length = TuningEvents.encode(
                    buffer, 0, new TuningRejection(new TuningSource(SourceKind.DROP, name, HASH), reason));
            final TuningRejection read = TuningEvents.decodeRejection(buffer, 0);

            assertTrue(length <= EventRing.SLOT_LENGTH);
            assertTrue(name.startsWith(read.source().name()));
            assertTrue(read.source().name().getBytes(StandardCharsets.UTF_8).length > 61);
            assertTrue(read.reason().endsWith("\u20ac .."));
            assertTrue(read.reason().getBytes(StandardCharsets.UTF_8).length > 697);
        }
    }

    @Test
    void shouldNotLeakAnEarlierNameIntoAShorterOne() {
        TuningEvents.encode(buffer, 0, new TuningRejection(new TuningSource(SourceKind.DROP, "a-long-name", HASH), ""));
        TuningEvents.encode(buffer, 0, new TuningRejection(new TuningSource(SourceKind.DROP, "b", HASH), ""));

        assertEquals("b", TuningEvents.decodeRejection(buffer, 0).source().name());
    }
}
