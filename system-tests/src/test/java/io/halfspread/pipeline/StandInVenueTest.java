package io.halfspread.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.halfspread.pipeline.standin.StandInVenue;
import io.halfspread.rules.Modules;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A session at a venue that is not ours and offers the least: it quotes, says once what is missing, and ends in order. */
@Timeout(200)
final class StandInVenueTest {
    private static final String KEY = "0x1234567890123456789012345678901234567890123456789012345678901234";
    private static final int HANG_UPS = 3;
    private static final long STOP_S = 60;
    private static final long PATIENCE_S = 80;
    private static final long LOOK_NS = TimeUnit.MILLISECONDS.toNanos(10);

    @TempDir
    private Path folder;

    @Test
    void shouldQuoteAndEndInOrderAtVenueThatOffersTheLeast() throws Exception {
        try (StandInVenue venue = new StandInVenue(5)) {
            final Process run = start(venue);
            try {
                final BufferedReader out = run.inputReader();
                await("quotes on both sides", venue::quotesBothSides);
                assertEquals("quoting", out.readLine(), this::log);
                await("going on without", () -> log().contains("the venue does not acknowledge userEvents"));
                venue.hangUp(800, HANG_UPS);
                await("lost connections", () -> venue.hangUps() >= HANG_UPS);
                final int placed = venue.placed();
                // A venue that lists all open orders for each lost one uses up the allowance of queries: that takes its
                // time.
                await("quotes after them", () -> venue.placed() > placed && venue.quotesBothSides());

                new ProcessBuilder("kill", "-INT", String.valueOf(run.pid()))
                        .start()
                        .waitFor();
                assertTrue(run.waitFor(STOP_S, TimeUnit.SECONDS), this::log);
                assertEquals(0, run.exitValue(), this::log);
                assertEquals(0, venue.openOrders(), this::log);
                final JsonNode summary = new ObjectMapper().readTree(out.readLine());
                assertTrue(summary.path("verified").asBoolean(), this::log);
                assertEquals(
                        venue.position().doubleValue(), summary.path("position").asDouble(), this::log);
            } finally {
                run.destroyForcibly();
            }
            assertSaidOnce("fee rates not known");
            assertSaidOnce("request allowance not known");
            assertSaidOnce("the venue does not acknowledge userEvents");
            assertSaidOnce("the venue does not acknowledge activeAssetCtx");
            assertSaidOnce("connection 1: the venue says: ");
        }
    }

    private void assertSaidOnce(final String words) {
        assertEquals(1, log().lines().filter(line -> line.contains(words)).count(), words + " in " + log());
    }

    private void await(final String what, final BooleanSupplier condition) {
        final long endNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_S);
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < endNs, () -> "no " + what + ": " + log());
            LockSupport.parkNanos(LOOK_NS);
        }
    }

    private Process start(final StandInVenue venue) throws IOException {
        final ProcessBuilder builder = new ProcessBuilder(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@" + Modules.home().resolve("config/jvm.options"),
                "-XX:TieredStopAtLevel=1",
                "-Dhalfspread.home=" + Modules.home(),
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "io.halfspread.app.Halfspread",
                "run",
                "--json",
                "--venue-url",
                venue.url(),
                "--network",
                "testnet"));
        builder.environment().put("PRIVATE_KEY", KEY);
        return builder.directory(folder.toFile())
                .redirectError(folder.resolve("run.log").toFile())
                .start();
    }

    private String log() {
        try {
            return Files.readString(folder.resolve("run.log"));
        } catch (final IOException e) {
            return e.toString();
        }
    }
}
