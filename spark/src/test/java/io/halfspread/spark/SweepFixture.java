package io.halfspread.spark;

import io.halfspread.app.console.Progress;
import io.halfspread.app.console.Terminal;
import io.halfspread.app.replay.FillChoice;
import io.halfspread.app.sweep.run.CaptureIntake;
import io.halfspread.app.sweep.run.CaptureRef;
import io.halfspread.app.sweep.run.Cell;
import io.halfspread.app.sweep.run.LocalEngine;
import io.halfspread.app.sweep.run.Outcome;
import io.halfspread.app.sweep.run.RunSettings;
import io.halfspread.app.sweep.run.SharedCaptures;
import io.halfspread.app.sweep.run.SweepDigest;
import io.halfspread.app.sweep.run.SweepEngine;
import io.halfspread.app.sweep.run.SweepEngineProvider.Request;
import io.halfspread.app.sweep.space.Candidate;
import io.halfspread.app.sweep.space.Variable;
import io.halfspread.engine.tuning.TuningUpdate;
import io.halfspread.sim.SyntheticSession;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;

/** A small sweep: two made-up captures and as many candidates as asked for. */
final class SweepFixture {
    private static final String COIN = "HYPE";
    private static final long BLOCK_NS = 10_000_000_000L;

    private final List<CaptureRef> captures;
    private final RunSettings settings;

    private SweepFixture(final List<CaptureRef> captures, final RunSettings settings) {
        this.captures = captures;
        this.settings = settings;
    }

    /** Makes the captures in a folder. */
    static SweepFixture in(final Path folder, final int seconds) throws IOException {
        final List<Path> files = new ArrayList<>();
        for (int seed = 1; seed <= 2; seed++) {
            final Path file = folder.resolve("day-" + seed + ".gz");
            try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
                SyntheticSession.write(out, seed, seconds, COIN, 2, 40);
            }
            files.add(file);
        }
        final Terminal terminal = new Terminal(InputStream.nullInputStream(), System.out, System.err, false);
        try (SharedCaptures shared = new SharedCaptures()) {
            final CaptureIntake intake = new CaptureIntake(
                    folder.resolve("imported"), List.of(COIN), List.of(COIN), Long.MAX_VALUE, "test", shared);
            intake.take(files, new Progress(terminal, false, "test"), () -> false);
            final String wiring = Files.readString(home().resolve("config/halfspread.yaml"));
            return new SweepFixture(
                    intake.taken(),
                    new RunSettings(
                            wiring,
                            List.of(COIN),
                            TuningUpdate.defaults(),
                            FillChoice.of("queue"),
                            "200:400:1000",
                            BLOCK_NS));
        }
    }

    /** Root of the checkout. */
    static Path home() {
        return Path.of(System.getProperty("halfspread.home"));
    }

    List<CaptureRef> captures() {
        return captures;
    }

    /** What an engine is asked for. */
    Request request(final String master, final String store, final Path folder, final Consumer<String> log) {
        return new Request(captures, settings, 2, master, store, folder, () -> false, log);
    }

    /** Each of some candidates on each capture, one of them on its leading half too. */
    List<Cell> cells(final int candidates) {
        final List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < candidates; i++) {
            final Candidate candidate =
                    i == 0 ? Candidate.BASE : new Candidate(i, Map.of(Variable.HALF_SPREAD_BPS, 1 + 0.25 * i));
            for (int capture = 0; capture < captures.size(); capture++) {
                cells.add(new Cell(candidate, capture, 1));
            }
        }
        cells.add(new Cell(cells.get(cells.size() - 1).candidate(), 0, 0.5));
        return cells;
    }

    /** Digest of what threads of this process give. */
    String localDigest(final List<Cell> cells) {
        try (SharedCaptures shared = new SharedCaptures();
                SweepEngine engine = new LocalEngine(captures, shared, settings, 2, () -> false)) {
            return SweepDigest.of(outcomes(engine, cells));
        }
    }

    static Collection<Outcome> outcomes(final SweepEngine engine, final List<Cell> cells) {
        final List<Outcome> outcomes = new ArrayList<>();
        engine.evaluate(cells, outcomes::add);
        return outcomes;
    }
}
