package io.halfspread.app.soak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfspread.app.config.ConfigOption;
import io.halfspread.app.config.HalfspreadConfig;
import io.halfspread.app.console.StopSignals;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * A second of endurance: too short to judge memory or time by, long enough for everything else. On the real clock, and
 * therefore not in the build: {@code -Dhalfspread.endurance=true}.
 */
@EnabledIfSystemProperty(named = "halfspread.endurance", matches = "true")
class EnduranceTest {
    private static final double MINUTES = 1.2 / 60;
    private static final List<String> NEEDS_TIME =
            List.of("is flat", "does not grow", "no missed heartbeat", "no lost connection");

    @TempDir
    private Path folder;

    @Test
    void shouldCompareAndVerifyASessionOnTheRealClock() {
        final ByteArrayOutputStream told = new ByteArrayOutputStream();
        final EnduranceReport report = run(new PrintStream(told, true, StandardCharsets.UTF_8));

        assertEquals(
                List.of(),
                report.violations().stream()
                        .filter(line -> NEEDS_TIME.stream().noneMatch(line::contains))
                        .toList());
        assertTrue(report.messagesPerS() > 0, told::toString);
        final ByteArrayOutputStream out = new ByteArrayOutputStream();
        report.print(new PrintStream(out, true, StandardCharsets.UTF_8), false);
        assertTrue(out.toString(StandardCharsets.UTF_8).contains("times the venue's 12.19 a coin; aim 244"));
    }

    private EnduranceReport run(final PrintStream out) {
        final HalfspreadConfig config = HalfspreadConfig.load(
                        Path.of(System.getProperty("halfspread.home"), "config", "halfspread.yaml"))
                .with(ConfigOption.CAPTURE_FOLDER, folder.toString());
        try (StopSignals signals = new StopSignals()) {
            return Endurance.run(config, new EnduranceRequest(MINUTES, 20, 7, true), "test", out, signals);
        }
    }
}
