package io.halfspread.app.soak;

import io.halfspread.app.config.HalfspreadConfig;
import io.halfspread.app.console.Failure;
import io.halfspread.app.console.StopSignals;
import io.halfspread.app.live.LiveMarket;
import io.halfspread.sim.faults.FaultPlan;
import io.halfspread.sim.server.AccountTruth;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Runs sessions on venues where things go wrong, one after the other, each with the next seed and the next plan. */
public final class Soak {
    private final HalfspreadConfig base;
    private final SoakRequest request;
    private final String build;
    private final UnaryOperator<AccountTruth> facts;

    /**
     * Prepares a soak.
     *
     * @param base    wiring; venue, account and places are each run's own
     * @param request what was asked for
     * @param build   version of this program
     */
    public Soak(final HalfspreadConfig base, final SoakRequest request, final String build) {
        this(base, request, build, UnaryOperator.identity());
    }

    /** A soak whose venue tells the checker something else than it is: what does not hold must be noticed. */
    Soak(
            final HalfspreadConfig base,
            final SoakRequest request,
            final String build,
            final UnaryOperator<AccountTruth> facts) {
        this.facts = facts;
        this.base = base;
        this.request = request;
        this.build = build;
    }

    /**
     * Runs it.
     *
     * @param err     told of each run
     * @param signals wishes to end; the report is then of the runs made
     * @return what it came to
     * @throws Failure when files cannot be written
     */
    public SoakReport run(final PrintStream err, final StopSignals signals) {
        final Path folder = LiveMarket.folder(base, "soak");
        final SoakReport report = new SoakReport();
        for (int i = 0; i < request.runs() && !signals.isRequested(); i++) {
            final FaultPlan plan = request.plans().get(i % request.plans().size());
            final long seed = request.seed() + i;
            final Path run = folder.resolve(String.format(Locale.ROOT, "%04d-%d", i + 1, seed));
            final SoakResult result = run(plan, seed, run, signals);
            if (signals.isRequested()) {
                break;
            }
            report.add(result);
            err.printf(
                    Locale.ROOT,
                    "run %d of %d: plan %s, seed %d, %d faults, %d fills%s%n",
                    i + 1,
                    request.runs(),
                    result.plan(),
                    seed,
                    result.faults().size(),
                    result.fills(),
                    result.violations().isEmpty() ? "" : ": VIOLATED " + String.join("; ", result.violations()));
            if (result.violations().isEmpty() && !request.keep()) {
                SoakFiles.delete(run);
                SoakFiles.delete(run.resolveSibling(run.getFileName() + "-tuning"));
                SoakFiles.delete(run.resolveSibling(run.getFileName() + ".log"));
            }
        }
        removeEmpty(folder);
        return report;
    }

    private SoakResult run(final FaultPlan plan, final long seed, final Path run, final StopSignals signals) {
        try {
            Files.createDirectories(run.getParent());
            try (OutputStream file = Files.newOutputStream(run.resolveSibling(run.getFileName() + ".log"));
                    PrintStream log = new PrintStream(file, false, StandardCharsets.UTF_8)) {
                return SoakRun.run(base, plan, seed, request.seconds(), run, build, log, signals, facts);
            }
        } catch (final IOException e) {
            throw Failure.environment(run + ": cannot be written: " + e.getMessage());
        }
    }

    private static void removeEmpty(final Path folder) {
        try (Stream<Path> left = Files.list(folder)) {
            if (left.findAny().isPresent()) {
                return;
            }
        } catch (final IOException e) {
            return;
        }
        SoakFiles.delete(folder);
    }
}
