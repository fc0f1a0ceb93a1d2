package io.halfspread.app.soak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfspread.app.config.ConfigOption;
import io.halfspread.app.config.HalfspreadConfig;
import io.halfspread.app.console.StopSignals;
import io.halfspread.sim.faults.FaultPlan;
import io.halfspread.sim.faults.FaultPlanReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A few runs of the soak; the verb makes hundreds. */
class SoakTest {
    @TempDir
    private Path folder;

    @Test
    void shouldHoldEveryInvariantWhileEverythingGoesWrong() {
        final SoakReport report =
                soak(List.of(PlanFiles.read("sockets"), PlanFiles.read("orders"), PlanFiles.read("everything")), 3, 7);

        assertTrue(report.ok(), () -> text(report));
        assertEquals(3, report.runs());
        assertTrue(report.figures().count() > 40, () -> text(report));
        assertTrue(report.figures().rows().size() > 10, () -> text(report));
    }

    @Test
    void shouldFindEveryLostFillWithoutTheStreamThatTellsOfThem() throws Exception {
        final FaultPlan mute =
                FaultPlanReader.read("mute", "drop chance 1 on userFills,user,orderUpdates\nrace chance 0.5\n");

        final SoakReport report = soak(List.of(mute), 1, 2);

        assertTrue(report.ok(), () -> text(report));
        assertTrue(text(report).matches("(?s).* [1-9]\\d* fills, .*"), () -> text(report));
    }

    private SoakReport soak(final List<FaultPlan> plans, final int runs, final long seed) {
        final HalfspreadConfig config = HalfspreadConfig.load(
                        Path.of(System.getProperty("halfspread.home"), "config", "halfspread.yaml"))
                .with(ConfigOption.CAPTURE_FOLDER, folder.toString());
        try (StopSignals signals = new StopSignals()) {
            return new Soak(config, new SoakRequest(plans, runs, SoakRequest.SHORTEST, seed, false), "test")
                    .run(new PrintStream(new ByteArrayOutputStream(), false, StandardCharsets.UTF_8), signals);
        }
    }

    private static String text(final SoakReport report) {
        final ByteArrayOutputStream out = new ByteArrayOutputStream();
        report.print(new PrintStream(out, true, StandardCharsets.UTF_8), false);
        return out.toString(StandardCharsets.UTF_8);
    }
}
