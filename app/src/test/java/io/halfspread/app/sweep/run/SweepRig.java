package io.halfspread.app.sweep.run;

import io.halfspread.app.config.ConfigOption;
import io.halfspread.app.config.HalfspreadConfig;
import io.halfspread.app.console.Progress;
import io.halfspread.app.replay.FillChoice;
import io.halfspread.app.sweep.space.Candidate;
import io.halfspread.engine.tuning.TuningUpdate;
import io.halfspread.sim.SessionPlan;
import io.halfspread.sim.SyntheticSession;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** Captures of made-up sessions and what runs cells over them. */
public final class SweepRig implements AutoCloseable {
    private static final Path HOME = Path.of(System.getProperty("halfspread.home"));
    private static final long GAP_NS = 30_000_000_000L;

    private final Path folder;
    private final String wiring;
    private final SharedCaptures shared = new SharedCaptures();
    private final CaptureIntake intake;

    SweepRig(final Path folder, final List<String> coins) throws IOException {
        this.folder = folder;
        wiring = Files.readString(HOME.resolve("config/halfspread.yaml"));
        intake = new CaptureIntake(folder.resolve("captures"), config().coins(), coins, GAP_NS, "test", shared);
    }

    /** Writes a session of raw frames. */
    public static Path session(final Path file, final long seed, final int seconds, final String coin)
            throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            SyntheticSession.write(out, new SessionPlan(seed, seconds, coin, 2, 40, false));
        }
        return file;
    }

    Path session(final String name, final long seed, final int seconds) throws IOException {
        return session(folder.resolve(name + ".gz"), seed, seconds, "HYPE");
    }

    SweepRig take(final Path... inputs) {
        intake.take(List.of(inputs), new Progress(null, false, "test"), () -> false);
        return this;
    }

    CaptureIntake intake() {
        return intake;
    }

    HalfspreadConfig config() {
        return HalfspreadConfig.load(HOME.resolve("config/halfspread.yaml"));
    }

    RunSettings settings(final FillChoice fills, final long blockNs) {
        return new RunSettings(
                wiring,
                intake.coins(),
                TuningUpdate.defaults(),
                fills,
                config().text(ConfigOption.FILLS_LATENCY),
                blockNs);
    }

    SharedCaptures shared() {
        return shared;
    }

    CellRunner runner(final FillChoice fills, final long blockNs) {
        return new CellRunner(settings(fills, blockNs), shared);
    }

    /** Runs cells on some threads; outcomes as they come. */
    List<Outcome> run(final List<Cell> cells, final int threads) {
        final List<Outcome> outcomes = Collections.synchronizedList(new ArrayList<>());
        try (LocalEngine engine = new LocalEngine(
                intake.taken(),
                shared,
                settings(FillChoice.QUEUE, RunSettings.DEFAULT_BLOCK_NS),
                threads,
                () -> false)) {
            engine.evaluate(cells, outcomes::add);
        }
        return List.copyOf(outcomes);
    }

    static Candidate candidate(final long index, final Map<String, Object> values) {
        return new Candidate(index, values);
    }

    @Override
    public void close() {
        shared.close();
    }
}
