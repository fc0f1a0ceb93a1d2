package io.halfspread.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.halfspread.codec.hyperliquid.CoinIndex;
import io.halfspread.gateway.frames.FrameInputs;
import io.halfspread.gateway.frames.FrameStats;
import io.halfspread.sim.SessionPlan;
import io.halfspread.sim.SyntheticSession;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SyntheticSessionDecodingTest {
    @TempDir
    private Path directory;

    @Test
    void shouldDecodeEveryFrameWhenSessionIsSynthetic() throws IOException {
        for (final SessionPlan plan : List.of(
                new SessionPlan(31L, 120, "HYPE", 2, 40.0, true),
                new SessionPlan(32L, 45, "BTC", 5, 84_000.0, false),
                new SessionPlan(33L, 45, "kPEPE", 0, 0.0123, true))) {
            final Path file = directory.resolve(plan.coin());
            try (OutputStream out = Files.newOutputStream(file)) {
                SyntheticSession.write(out, plan);
            }
            final List<String> lines = Files.readAllLines(file);

            final FrameStats stats = decode(file, plan.coin());

            assertEquals(
                    0L, stats.refused().count(), () -> stats.refused().listed().toString());
            assertEquals(0L, stats.unknownCoins());
            assertEquals(lines.size(), stats.frames());
            assertEquals(
                    Map.of(
                            "book", count(lines, "\"channel\":\"l2Book\""),
                            "bbo", count(lines, "\"channel\":\"bbo\""),
                            "trade", count(lines, "\"tid\""),
                            "context", count(lines, "\"channel\":\"activeAssetCtx\"")),
                    stats.eventsByKind());
            assertEquals(60L, stats.replayedTrades());
        }
    }

    private static FrameStats decode(final Path file, final String coin) throws IOException {
        try (FrameInputs inputs = new FrameInputs(List.of(file), new CoinIndex(List.of(coin)))) {
            while (inputs.next()) {
                Thread.onSpinWait();
            }
            return inputs.stats();
        }
    }

    private static long count(final List<String> lines, final String text) {
        return lines.stream()
                .mapToLong(line -> line.split(text, -1).length - 1L)
                .sum();
    }
}
