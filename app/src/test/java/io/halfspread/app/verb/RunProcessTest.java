package io.halfspread.app.verb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfspread.app.Halfspread;
import io.halfspread.app.console.Terminal;
import io.halfspread.codec.text.JsonNode;
import io.halfspread.codec.text.StrictJson;
import io.halfspread.sim.server.SimVenue;
import io.halfspread.sim.server.VenueConfig;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A session in a process of its own: watched, ended by a signal, killed. */
@Timeout(90)
class RunProcessTest {
    private static final String KEY = "0x1234567890123456789012345678901234567890123456789012345678901234";
    private static final String ACCOUNT = "0x2e988a386a799f506693793c6a5af6b54dfaabfb";
    private static final long DEPOSIT = 10_000_00000000L;

    @TempDir
    private Path folder;

    @Test
    void shouldBeSeenRunningAndEndInOrderWhenInterrupted() throws Exception {
        try (PlainVenue venue = new PlainVenue();
                ChildRun run = start(venue, "shared")) {
            assertEquals("quoting", run.line(), run::log);
            JsonNode status = status();
            while (quotes(status) < 2) {
                status = status();
            }
            assertEquals("running", status.member("state").text());
            assertEquals("paper", status.member("kind").text());
            assertEquals("1", status.member("params").member("version").text());
            assertTrue(command("status", "--config", wiring()).contains("quoted where the control puts it"));

            run.signal("INT");
            final JsonNode summary = json(run.line());
            assertEquals(0, run.exitCode(), run::log);
            assertEquals("true", summary.member("verified").text());
            final JsonNode after = status();
            assertEquals("ended", after.member("state").text());
            assertEquals("pause", after.member("mode").text());
            assertEquals(summary.member("hash").text(), after.member("hash").text());
        }
    }

    @Test
    void shouldLeaveSoundCaptureWhenKilled() throws Exception {
        try (PlainVenue venue = new PlainVenue();
                ChildRun run = start(venue, "dedicated")) {
            assertEquals("quoting", run.line(), run::log);
            run.signal("KILL");
            run.exitCode();
        }
        final JsonNode status = status();
        assertEquals("crashed", status.member("state").text());
        final JsonNode verified =
                json(command("verify", "--json", status.member("capture").text()));
        assertEquals("true", verified.member("ok").text());
        assertEquals("recovered", verified.member("status").text());
    }

    @Test
    void shouldTradeReloadAndLeaveTheMarketWhenTerminated() throws Exception {
        final VenueConfig config =
                VenueConfig.builder().account(ACCOUNT, DEPOSIT).build();
        PaperWiring.write(folder, "shared");
        try (SimVenue venue = SimVenue.start(config)) {
            final String url = "http://127.0.0.1:" + venue.port();
            final String[] where = {"--config", wiring(), "--venue-url", url, "--network", "testnet", "--json"};
            try (ChildRun run = ChildRun.start(
                    folder, KEY, concat(new String[] {"run", "--mode", "live", "--close-position"}, where))) {
                assertEquals("quoting", run.line(), run::log);
                Files.writeString(folder.resolve("tuning_params.json"), "{\"skew_adjustment_factor\": 0.9}\n");
                while (!run.log().contains("Reloaded tuning parameters from tuning_params.json")) {
                    Thread.onSpinWait();
                }
                run.signal("TERM");
                final JsonNode summary = json(run.line());
                assertEquals(0, run.exitCode(), run::log);
                assertEquals("true", summary.member("verified").text(), run::log);
                assertEquals("simulated", summary.member("mode").text());
                assertEquals(2, summary.member("params_versions").elements().size());
                assertEquals(0, summary.member("position").asDouble());
                assertEquals(0, summary.member("venue").member("position").asDouble());
                assertEquals(0, summary.member("notes").elements().size(), run::log);
            }
            try (ChildRun flatten = ChildRun.start(folder, KEY, concat(new String[] {"flatten"}, where))) {
                final JsonNode report = json(flatten.line());
                assertEquals(0, flatten.exitCode(), flatten::log);
                assertEquals(0, report.member("cancelled").asDouble());
                assertEquals(0, report.member("open_left").asDouble());
                assertEquals(ACCOUNT, report.member("account").text());
            }
        }
    }

    @Test
    void shouldEndWithOneLineWhenTheVenueRefusesTheKey() throws Exception {
        final String other = "0x00000000000000000000000000000000000000aa";
        final VenueConfig config = VenueConfig.builder().account(other, DEPOSIT).build();
        PaperWiring.write(folder, "shared");
        try (SimVenue venue = SimVenue.start(config);
                ChildRun run = ChildRun.start(
                        folder,
                        KEY,
                        "run",
                        "--mode",
                        "live",
                        "--account",
                        other,
                        "--config",
                        wiring(),
                        "--venue-url",
                        "http://127.0.0.1:" + venue.port(),
                        "--network",
                        "testnet",
                        "--json")) {
            while (!run.log().contains("Stopping")) {
                Thread.onSpinWait();
            }
            assertEquals(3, run.exitCode(), run::log);
            final List<String> lines = run.log().lines().toList();
            assertTrue(
                    lines.get(lines.size() - 1)
                            .contains("the venue refuses the key: User or API Wallet " + ACCOUNT
                                    + " does not exist. The session has ended; doctor tells what is wrong"),
                    run::log);
        }
        assertEquals("ended", status().member("state").text());
    }

    private static String[] concat(final String[] first, final String[] second) {
        return Stream.concat(Arrays.stream(first), Arrays.stream(second)).toArray(String[]::new);
    }

    private ChildRun start(final PlainVenue venue, final String threading) throws IOException {
        final Path config = PaperWiring.write(folder, threading);
        return ChildRun.start(folder, null, "run", "--config", config.toString(), "--venue-url", venue.url(), "--json");
    }

    private JsonNode status() {
        return json(command("status", "--json", "--config", wiring()));
    }

    private static int quotes(final JsonNode status) {
        return status.member("by_asset")
                .member("HYPE")
                .member("quotes")
                .elements()
                .size();
    }

    private String wiring() {
        return folder.resolve("wiring.yaml").toString();
    }

    private static JsonNode json(final String line) {
        return StrictJson.parse(line.strip(), false).root();
    }

    private static String command(final String... args) {
        final ByteArrayOutputStream out = new ByteArrayOutputStream();
        final ByteArrayOutputStream err = new ByteArrayOutputStream();
        final Terminal terminal = new Terminal(
                new ByteArrayInputStream(new byte[0]),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false);
        assertEquals(0, Halfspread.run(terminal, args), () -> err.toString(StandardCharsets.UTF_8) + List.of(args));
        return out.toString(StandardCharsets.UTF_8);
    }
}
