package io.halfspread.codec.hyperliquid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfspread.codec.refusal.Refusal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class GoldenFramesTest {
    @Test
    void shouldDecodeEveryFormToTheValuesOfAPlainJsonLibrary() throws Exception {
        final NaiveDecoder naive = new NaiveDecoder(GoldenFrames.COINS);
        final HyperliquidDecoder decoder = new HyperliquidDecoder(new CoinIndex(GoldenFrames.COINS));
        int events = 0;

        for (final String frame : GoldenFrames.all()) {
            final List<String> decoded = decode(decoder, frame);
            assertEquals(naive.decode(frame), decoded, frame);
            events += decoded.size();
        }

        assertEquals(50, events);
        assertEquals(0, decoder.refused());
        assertEquals(4, decoder.unknownCoins());
        assertEquals(7, decoder.frames(Channel.L2_BOOK));
        assertEquals(2, decoder.frames(Channel.OTHER));
        assertEquals(1, decoder.frames(Channel.PONG));
    }

    @Test
    void shouldReadAFrameToTheLastField() {
        final HyperliquidDecoder decoder = new HyperliquidDecoder(new CoinIndex(List.of("BTC")));

        final List<String> events = decode(
                decoder,
                "{\"channel\":\"l2Book\",\"data\":{\"coin\":\"BTC\",\"time\":1790232236546,\"levels\":"
                        + "[[{\"px\":\"84143.0\",\"sz\":\"1.25873\",\"n\":7}],[{\"px\":\"84144.5\",\"sz\":\"0.9\",\"n\":4}]],"
                        + "\"fast\":true}}");

        assertEquals(
                List.of("book 0 1790232236546000000 true [8414300000000:125873000:7 ] [8414450000000:90000000:4 ]"),
                events);
    }

    @Test
    void shouldKeepTheBestTwentyLevels() {
        final StringBuilder side = new StringBuilder();
        for (int i = 0; i < 30; i++) {
            side.append(i == 0 ? "" : ",").append("{\"px\":\"").append(100 - i).append("\",\"sz\":\"1\",\"n\":1}");
        }
        final HyperliquidDecoder decoder = new HyperliquidDecoder(new CoinIndex(List.of("BTC")));

        final List<String> events = decode(
                decoder,
                "{\"channel\":\"l2Book\",\"data\":{\"coin\":\"BTC\",\"time\":1,\"levels\":[[" + side + "],[]]}}");

        assertEquals(20, events.get(0).split(":1 ", -1).length - 1);
        assertTrue(events.get(0).contains("8100000000:100000000:1 ] []"));
    }

    @Test
    void shouldDecodeEverySharedFrameToTheValuesOfAPlainJsonLibrary() throws Exception {
        final List<String> frames = sharedFrames();
        final CoinIndex coins = CoinIndex.discovering();
        final HyperliquidDecoder decoder = new HyperliquidDecoder(coins);
        for (final String frame : frames) {
            decode(decoder, frame);
        }

        for (final String frame : frames) {
            final List<String> decoded = decode(decoder, frame);
            assertEquals(new NaiveDecoder(coins.coins()).decode(frame), decoded, frame);
        }

        assertTrue(frames.size() >= 60);
    }

    static List<String> decode(final HyperliquidDecoder decoder, final String frame) {
        final byte[] bytes = frame.getBytes(StandardCharsets.UTF_8);
        final int code = decoder.decode(new UnsafeBuffer(bytes), 0, bytes.length);
        assertEquals(
                Refusal.NONE, code, () -> Refusal.describe(code) + " at " + decoder.faultPosition() + ": " + frame);
        final RecordingListener listener = new RecordingListener();
        assertTrue(decoder.deliver(listener));
        return listener.events;
    }

    private static List<String> sharedFrames() throws Exception {
        final String shared = System.getProperty("halfspread.shared");
        final Path folder = (shared != null
                        ? Path.of(shared)
                        : Path.of(System.getProperty("halfspread.home", "."), "..", "shared"))
                .resolve("data/frames")
                .normalize();
        if (!Files.isDirectory(folder)) {
            System.out.println("skipped: no " + folder);
        }
        Assumptions.assumeTrue(Files.isDirectory(folder), "no " + folder);
        final List<String> frames = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (final Path file :
                    files.filter(f -> f.toString().endsWith(".jsonl")).sorted().toList()) {
                frames.addAll(Files.readAllLines(file));
            }
        }
        return frames;
    }
}
