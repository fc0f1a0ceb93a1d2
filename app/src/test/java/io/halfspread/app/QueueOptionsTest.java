package io.halfspread.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class QueueOptionsTest {
    private Path folder;
    private Path frames;

    @BeforeAll
    void makeFrames(@TempDir final Path temporary) {
        folder = temporary;
        frames = folder.resolve("session.gz");
        assertEquals(0, Cli.run("synth", frames, "--seed", 8, "--seconds", 60).exitCode());
    }

    @Test
    void shouldReportBothRulesAsABandWhenFillsAreQueue() {
        final Cli.Ran both = replay("--fills", "queue", "--latency", "none");
        final Cli.Ran pessimistic = replay("--fills", "queue", "--latency", "none", "--no-band");
        final Cli.Ran optimistic = replay("--fills", "queue:optimistic", "--latency", "none");

        assertEquals("queue", both.text("fill_model"));
        assertEquals("none", both.text("latency"));
        assertEquals(pessimistic.text("hash"), both.text("hash"));
        assertEquals(pessimistic.text("hash"), both.text("band", "pessimistic", "hash"));
        assertEquals(optimistic.text("hash"), both.text("band", "optimistic", "hash"));
        assertEquals(optimistic.text("pnl"), both.text("band", "optimistic", "pnl"));
        assertEquals(optimistic.text("fills"), both.text("band", "optimistic", "by_asset", "HYPE", "fills"));
        assertEquals(optimistic.text("position"), both.text("band", "optimistic", "position"));
        assertNull(pessimistic.json().member("band"));
        assertNull(optimistic.json().member("band"));
    }

    @Test
    void shouldShowBothTablesWhenAPersonReads() {
        final Cli.Ran ran = Cli.run("replay", frames, "--asset", "HYPE", "--fills", "queue");

        assertEquals(0, ran.exitCode(), ran.err());
        assertTrue(ran.out().contains("fills       queue, latency 200:400:1000"), ran.out());
        assertTrue(ran.out().contains("(pessimistic)") && ran.out().contains("(optimistic)"), ran.out());
    }

    @Test
    void shouldDrawMeasuredDelaysAndTakeTheConfiguredOnesOtherwise() throws IOException {
        final Path delays = folder.resolve("delays.txt");
        Files.writeString(delays, "# measured\n200\n250.5\n\n900\n");
        final Path one = folder.resolve("one.txt");
        Files.writeString(one, "250\n");

        final String measured =
                replay("--fills", "queue", "--no-band", "--latency", delays).text("hash");

        assertEquals(
                measured,
                replay("--fills", "queue", "--no-band", "--latency", delays).text("hash"));
        assertNotEquals(measured, replay("--fills", "queue", "--no-band").text("hash"));
        assertEquals(
                replay("--fills", "queue", "--no-band", "--latency", "200:400:1000")
                        .text("hash"),
                replay("--fills", "queue", "--no-band").text("hash"));
        assertEquals(
                replay("--fills", "queue", "--no-band", "--latency", "250,5").text("hash"),
                replay("--fills", "queue", "--no-band", "--latency", one + ",5").text("hash"));
    }

    @ParameterizedTest
    @CsvSource({
        "--fills queue --latency fast, neither a delay nor a file",
        "--fills queue --latency 5:4:9, MIN below MEDIAN below P99",
        "--fills queue --latency 9999999, 0 to 3600000 ms",
        "'--fills queue --latency 5,', neither a delay nor a file",
        "--fills touch --latency 5, 'goes with --fills queue or queue:optimistic, not with touch'",
        "--fills touch --band, goes with --fills queue",
        "--fills queues, 'accepted: none, touch, queue, queue:optimistic, recorded'"
    })
    void shouldSayOneLineWhenAnOptionIsRefused(final String options, final String expected) {
        final Object[] args = ("replay " + frames + " --asset HYPE " + options).split(" ");

        final Cli.Ran ran = Cli.run(args);

        assertEquals(2, ran.exitCode(), ran.err());
        assertTrue(ran.isOneLineOfError() && ran.err().contains(expected), ran.err());
    }

    @Test
    void shouldNameTheLineWhenAMeasuredDelayIsNone() throws IOException {
        final Path delays = folder.resolve("bad.txt");
        Files.writeString(delays, "200\nslow\n");

        final Cli.Ran ran = Cli.run("replay", frames, "--asset", "HYPE", "--fills", "queue", "--latency", delays);

        assertEquals(2, ran.exitCode());
        assertTrue(ran.err().contains("line 2: 'slow' is no delay in ms"), ran.err());
    }

    private Cli.Ran replay(final Object... options) {
        final Object[] args = new Object[options.length + 5];
        args[0] = "replay";
        args[1] = frames;
        args[2] = "--asset";
        args[3] = "HYPE";
        args[4] = "--json";
        System.arraycopy(options, 0, args, 5, options.length);
        final Cli.Ran ran = Cli.run(args);
        assertEquals(0, ran.exitCode(), ran.err());
        return ran;
    }
}
