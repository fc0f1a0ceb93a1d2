package io.halfspread.codec.hyperliquid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.halfspread.codec.refusal.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

class FramePropertyTest {
    private static final int ROUNDS = 200;

    private final HyperliquidDecoder decoder = new HyperliquidDecoder(new CoinIndex(GoldenFrames.COINS));

    @Test
    void shouldGiveTheSameEventsWhateverTheOrderOfKeysTheSpacesAndTheEscapes() throws Exception {
        final FrameScrambler scrambler = new FrameScrambler(new SplittableRandom(1));
        for (final String frame : GoldenFrames.all()) {
            final List<String> events = GoldenFramesTest.decode(decoder, frame);
            for (int round = 0; round < ROUNDS; round++) {
                final String scrambled = scrambler.scramble(frame);

                final List<String> decoded = GoldenFramesTest.decode(decoder, scrambled);

                if (frame.contains("allMids") || frame.contains("\"newKind\"")) {
                    assertEquals(
                            events.stream().sorted().toList(),
                            decoded.stream().sorted().toList(),
                            scrambled);
                } else {
                    assertEquals(events, decoded, scrambled);
                }
            }
        }
    }

    @Test
    void shouldRefuseAFrameCutAnywhereAndGiveNoEvent() throws Exception {
        for (final String frame : GoldenFrames.all()) {
            final byte[] bytes = frame.strip().getBytes(StandardCharsets.UTF_8);
            for (int length = 0; length < bytes.length; length++) {
                final UnsafeBuffer cut = new UnsafeBuffer(Arrays.copyOf(bytes, length));
                final RecordingListener listener = new RecordingListener();

                final int code = decoder.decode(cut, 0, length);
                decoder.deliver(listener);

                assertNotEquals(Refusal.NONE, code);
                assertTrue(decoder.faultPosition() <= length);
                assertEquals(List.of(), listener.events);
            }
        }
    }

    @Test
    void shouldNeverThrowNorReadBeyondTheFrameWhenBytesAreChanged() throws Exception {
        final SplittableRandom random = new SplittableRandom(2);
        final ObjectMapper strict = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        int accepted = 0;
        for (final String frame : GoldenFrames.all()) {
            for (int round = 0; round < 10 * ROUNDS; round++) {
                final byte[] bytes = frame.getBytes(StandardCharsets.UTF_8);
                for (int flips = 1 + random.nextInt(3); flips > 0; flips--) {
                    bytes[random.nextInt(bytes.length)] = (byte)
                            (random.nextBoolean()
                                    ? random.nextInt(256)
                                    : "\"\\{}[],:0-.e \n".charAt(random.nextInt(14)));
                }
                final RecordingListener listener = new RecordingListener();

                final int code = decoder.decode(new UnsafeBuffer(bytes), 0, bytes.length);
                decoder.deliver(listener);

                if (code == Refusal.NONE) {
                    accepted++;
                    strict.readTree(bytes);
                } else {
                    assertEquals(List.of(), listener.events);
                    assertTrue(decoder.faultPosition() >= 0 && decoder.faultPosition() <= bytes.length);
                }
            }
        }
        assertTrue(accepted > 1000, "accepted " + accepted);
    }
}
