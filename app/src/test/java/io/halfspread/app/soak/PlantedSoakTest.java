package io.halfspread.app.soak;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfspread.app.config.ConfigOption;
import io.halfspread.app.config.HalfspreadConfig;
import io.halfspread.app.console.StopSignals;
import io.halfspread.sim.exchange.AccountState;
import io.halfspread.sim.exchange.OrderRecord;
import io.halfspread.sim.exchange.PositionRecord;
import io.halfspread.sim.exchange.Tif;
import io.halfspread.sim.faults.FaultPlan;
import io.halfspread.sim.server.AccountTruth;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole session where nothing is wrong but what the checker is told of the venue: every untruth is noticed. */
class PlantedSoakTest {
    private static final long ONE = 100_000_000L;
    private static final long LOT = ONE / 100;
    private static final long KILLING_SEED = 3;

    @TempDir
    private Path folder;

    @Test
    void shouldNoticeEveryUntruthInARealRun() {
        final SoakReport report = soak();

        assertFalse(report.ok());
        final String lines = String.join("\n", report.bad().get(0).violations());
        for (final String invariant : List.of(
                "the position after a comparison",
                "an order of ours crosses another",
                "an order the session does not know",
                "every fill once",
                "nothing open at the end",
                "the position at the end",
                "the venue's ledger")) {
            assertTrue(lines.contains(invariant + " at "), () -> invariant + " is not in\n" + lines);
        }
    }

    private SoakReport soak() {
        final HalfspreadConfig config = HalfspreadConfig.load(
                        Path.of(System.getProperty("halfspread.home"), "config", "halfspread.yaml"))
                .with(ConfigOption.CAPTURE_FOLDER, folder.toString());
        final SoakRequest request = new SoakRequest(List.of(FaultPlan.NONE), 1, 25, KILLING_SEED, false);
        try (StopSignals signals = new StopSignals()) {
            return new Soak(config, request, "test", PlantedSoakTest::untrue)
                    .run(new PrintStream(new ByteArrayOutputStream(), false, StandardCharsets.UTF_8), signals);
        }
    }

    /** One lot more, one fill more, a cent more, and two orders that nobody placed and that cross. */
    private static AccountTruth untrue(final AccountTruth truth) {
        final AccountState state = truth.state();
        final List<OrderRecord> open = new ArrayList<>(truth.openOrders());
        open.add(new OrderRecord("", 1, null, 0, true, 41 * ONE, ONE, ONE, false, Tif.ALO, truth.timeMs()));
        open.add(new OrderRecord("", 2, null, 0, false, 39 * ONE, ONE, ONE, false, Tif.ALO, truth.timeMs()));
        return new AccountTruth(
                open,
                truth.fills(),
                truth.fillCount() + 1,
                new AccountState(
                        state.rawUsd() + ONE / 100,
                        state.accountValue(),
                        state.totalNtlPos(),
                        state.marginUsed(),
                        state.maintenanceMargin(),
                        state.withdrawable(),
                        List.of(new PositionRecord(0, truth.position(0) + LOT, 0, 0, 0, 0, 0, 1, 10, 0, 0, 0))),
                truth.timeMs());
    }
}
