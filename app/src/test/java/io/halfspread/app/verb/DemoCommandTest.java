package io.halfspread.app.verb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfspread.app.Halfspread;
import io.halfspread.app.console.Terminal;
import io.halfspread.codec.text.JsonNode;
import io.halfspread.codec.text.StrictJson;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
class DemoCommandTest {
    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void shouldGiveTheSameHashTwiceWhenInLockStep() throws Exception {
        final JsonNode first = demo("--lock-step", "--seconds", "12", "--seed", "3");
        final JsonNode second = demo("--lock-step", "--seconds", "12", "--seed", "3");

        assertEquals(first.member("hash").text(), second.member("hash").text());
        assertEquals(
                first.member("inputs_by_kind").text(),
                second.member("inputs_by_kind").text());
        checkScript(first);
        checkPolicies(first);
        assertTrue(first.member("quotes").asDouble() >= 2, () -> errors());
        final String capture = second.member("capture").text();
        assertTrue(Files.readString(Path.of(second.member("report").text())).startsWith("{\"mode\":\"simulated\""));
        out.reset();
        assertEquals(0, run("verify", capture, "--resolve"), this::errors);
        assertTrue(out.toString(StandardCharsets.UTF_8)
                .contains(second.member("hash").text()));
    }

    @Test
    void shouldRunOnTheRealClock() throws Exception {
        final JsonNode json = demo("--seconds", "4");
        checkScript(json);
        checkPolicies(json);
    }

    @Test
    void shouldSayWhatIsWrongInOneLine() {
        assertEquals(2, run("demo", "--seconds", "0"));
        assertTrue(errors().contains("accepted: above 0"), this::errors);
        assertEquals(2, run("demo", "--port", "70000"));
        assertTrue(errors().contains("accepted: 0 to 65535"), this::errors);
    }

    private void checkScript(final JsonNode json) {
        assertEquals("true", json.member("verified").text());
        assertEquals(2, json.member("params_versions").elements().size(), this::errors);
        assertEquals(1, json.member("rejected_drops").asDouble());
        assertTrue(json.member("reconnects").asDouble() >= 1, this::errors);
        assertEquals(0, json.member("position").asDouble());
        assertEquals(
                json.member("pnl").text(), json.member("venue").member("pnl").text());
        assertEquals(
                json.member("fees").text(), json.member("venue").member("fees").text());
        assertTrue(errors().contains("Reloaded tuning parameters from lean-harder.json"), this::errors);
        assertTrue(errors().contains("WARN Rejected tuning parameters from too-much.json"), this::errors);
    }

    private void checkPolicies(final JsonNode json) {
        assertTrue(json.member("inputs_by_kind").member("policy").asDouble() >= 1, this::errors);
        assertTrue(errors().contains("Background HJB Optimization Complete: Heuristic_Value="), this::errors);
        assertTrue(errors().contains("Optimal Control (from grid search): ControlVector["), this::errors);
    }

    private JsonNode demo(final String... options) throws IOException {
        out.reset();
        final Path config = Files.writeString(
                folder.resolve("wiring.yaml"),
                String.join(
                        "\n",
                        "asset: HYPE",
                        "capture:",
                        "  folder: " + folder.resolve("captures"),
                        "  segment_mib: 4",
                        "instruments:",
                        "  HYPE:",
                        "    sz_decimals: 2",
                        "    order_size: 0.3",
                        "    max_position: 3.0",
                        ""));
        final String[] args = new String[options.length + 4];
        args[0] = "demo";
        System.arraycopy(options, 0, args, 1, options.length);
        args[options.length + 1] = "--config";
        args[options.length + 2] = config.toString();
        args[options.length + 3] = "--json";
        assertEquals(0, run(args), this::errors);
        return StrictJson.parse(out.toString(StandardCharsets.UTF_8).strip(), false)
                .root();
    }

    private int run(final String... args) {
        final Terminal terminal = new Terminal(
                new ByteArrayInputStream(new byte[0]),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false);
        return Halfspread.run(terminal, args);
    }

    private String errors() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
