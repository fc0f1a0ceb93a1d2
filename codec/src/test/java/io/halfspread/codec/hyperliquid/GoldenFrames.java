package io.halfspread.codec.hyperliquid;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Frames written by hand, one of every form the venue's documents name. */
final class GoldenFrames {
    static final List<String> COINS = List.of("BTC", "ETH", "kTEST");

    private GoldenFrames() {}

    static List<String> all() throws IOException {
        try (InputStream in = GoldenFrames.class.getResourceAsStream("/frames/golden.jsonl")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }
}
