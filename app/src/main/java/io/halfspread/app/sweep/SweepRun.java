package io.halfspread.app.sweep;

import io.halfspread.app.config.HalfspreadConfig;
import io.halfspread.app.console.Failure;
import io.halfspread.app.console.Progress;
import io.halfspread.app.sweep.run.CaptureIntake;
import io.halfspread.app.sweep.run.CaptureRef;
import io.halfspread.app.sweep.run.Cell;
import io.halfspread.app.sweep.run.CellKey;
import io.halfspread.app.sweep.run.LocalEngine;
import io.halfspread.app.sweep.run.Outcome;
import io.halfspread.app.sweep.run.RunSettings;
import io.halfspread.app.sweep.run.SharedCaptures;
import io.halfspread.app.sweep.run.SweepEngine;
import io.halfspread.app.sweep.run.SweepEngineProvider;
import io.halfspread.app.sweep.run.SweepJournal;
import io.halfspread.app.sweep.space.Sampler;
import io.halfspread.app.sweep.space.Scored;
import io.halfspread.app.sweep.space.Trial;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** Runs a sweep, or goes on with one: what its journal holds is not run again. */
public final class SweepRun {
    private static final double NS = 1e9;

    private final SweepRequest request;
    private final String build;
    private final BooleanSupplier interrupt;
    private final Function<String, Progress> progress;

    /**
     * Prepares a sweep.
     *
     * @param request   what was asked for
     * @param build     version of this program
     * @param interrupt asked again and again whether to end early, orderly
     * @param progress  makes what is told how far a step is, by the step's name
     */
    public SweepRun(
            final SweepRequest request,
            final String build,
            final BooleanSupplier interrupt,
            final Function<String, Progress> progress) {
        this.request = request;
        this.build = build;
        this.interrupt = interrupt;
        this.progress = progress;
    }

    /**
     * Runs it.
     *
     * @return what it came to
     * @throws Failure when it cannot be run; what had ended is kept
     */
    public SweepResult run() {
        final SweepFolder folder = new SweepFolder(request.folder());
        folder.open();
        try (SweepJournal journal = SweepJournal.open(folder.file(SweepFolder.JOURNAL));
                SharedCaptures shared = new SharedCaptures()) {
            final CaptureIntake intake = intake(folder, shared);
            if (interrupt.getAsBoolean()) {
                return SweepResult.interrupted(request, intake, journal);
            }
            final RunSettings settings = new RunSettings(
                    request.replays().wiring(),
                    intake.coins(),
                    request.replays().params(),
                    request.replays().fills(),
                    request.replays().latency(),
                    RunSettings.DEFAULT_BLOCK_NS);
            folder.begin(identity(settings, intake.taken()));
            return search(folder, journal, shared, intake, settings);
        }
    }

    private CaptureIntake intake(final SweepFolder folder, final SharedCaptures shared) {
        final HalfspreadConfig config =
                HalfspreadConfig.of("wiring", request.replays().wiring().getBytes(StandardCharsets.UTF_8));
        final CaptureIntake intake = new CaptureIntake(
                folder.file(SweepFolder.CAPTURES),
                config.coins(),
                request.replays().coins(),
                request.replays().mostGapNs(),
                build,
                shared);
        try (Progress importing = progress.apply("import")) {
            intake.take(request.inputs(), importing, interrupt);
            intake.leftOut().forEach(left -> importing.say("sweep: " + left));
        }
        return intake;
    }

    /** What decides outcomes: a sweep that is gone on with must have been begun with the same. */
    private Map<String, Object> identity(final RunSettings settings, final List<CaptureRef> captures) {
        final Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("build", build);
        facts.put("method", request.plan().method().toString());
        facts.put("sets", request.plan().sets());
        facts.put("seed", request.plan().seed());
        facts.put("objective", request.goal().objective().text());
        facts.put(
                "constraints",
                request.goal().constraints().stream().map(String::valueOf).toList());
        facts.put("space", request.space().json());
        facts.put("settings", settings.identity());
        facts.put("captures", captures.stream().map(CaptureRef::identity).toList());
        return facts;
    }

    private SweepResult search(
            final SweepFolder folder,
            final SweepJournal journal,
            final SharedCaptures shared,
            final CaptureIntake intake,
            final RunSettings settings) {
        final int before = journal.outcomes().size();
        final long startNs = System.nanoTime();
        final List<Trial> trials = new ArrayList<>();
        final List<Scored> scored = new ArrayList<>();
        final Sampler sampler = Sampler.of(request.plan(), request.space());
        try (Progress line = progress.apply("sweep");
                SweepEngine engine = engine(settings, intake.taken(), shared, line)) {
            if (before > 0) {
                line.say("sweep: " + before + " replays are there already"
                        + (journal.cut() > 0 ? ", half of another was cut" : ""));
            }
            final SweepProgress far =
                    new SweepProgress(line, request.plan(), intake.taken().size());
            List<Trial> round = sampler.next(scored);
            while (!round.isEmpty() && !interrupt.getAsBoolean()) {
                far.begin(round);
                evaluate(round, engine, journal, intake.taken().size(), far);
                if (!interrupt.getAsBoolean()) {
                    round.forEach(trial -> scored.add(request.goal().scored(trial, outcomes(trial, journal, intake))));
                    trials.addAll(round);
                    round = sampler.next(scored);
                }
            }
            if (interrupt.getAsBoolean()) {
                return SweepResult.interrupted(request, intake, journal);
            }
            final SweepResult.Work work = new SweepResult.Work(
                    engine.describe(),
                    journal.outcomes().size() - before,
                    journal.records(),
                    inputs(journal, trials, intake),
                    (System.nanoTime() - startNs) / NS);
            return new SweepResults(request, build, folder, settings)
                    .write(intake, trials, scored, journal.outcomes(), work);
        }
    }

    private long inputs(final SweepJournal journal, final List<Trial> trials, final CaptureIntake intake) {
        long inputs = 0;
        for (final Trial trial : trials) {
            for (final Outcome outcome : outcomes(trial, journal, intake)) {
                inputs += outcome.inputs();
            }
        }
        return inputs;
    }

    private static void evaluate(
            final List<Trial> round,
            final SweepEngine engine,
            final SweepJournal journal,
            final int captures,
            final SweepProgress far) {
        final List<Cell> missing = new ArrayList<>();
        for (final Trial trial : round) {
            for (int capture = 0; capture < captures; capture++) {
                final Cell cell = new Cell(trial.candidate(), capture, trial.share());
                if (journal.outcomes().containsKey(cell.key())) {
                    far.kept(trial.share());
                } else {
                    missing.add(cell);
                }
            }
        }
        engine.evaluate(missing, outcome -> {
            journal.append(outcome);
            far.ended(outcome.key().share());
        });
    }

    private static List<Outcome> outcomes(final Trial trial, final SweepJournal journal, final CaptureIntake intake) {
        final List<Outcome> outcomes = new ArrayList<>();
        for (int capture = 0; capture < intake.taken().size(); capture++) {
            outcomes.add(journal.outcomes().get(new CellKey(trial.candidate().index(), capture, trial.share())));
        }
        return outcomes;
    }

    private SweepEngine engine(
            final RunSettings settings,
            final List<CaptureRef> captures,
            final SharedCaptures shared,
            final Progress line) {
        final SweepRequest.Where where = request.where();
        if (where.engine().equals(SweepRequest.Where.LOCAL)) {
            return new LocalEngine(captures, shared, settings, where.threads(), interrupt);
        }
        for (final SweepEngineProvider provider : ServiceLoader.load(SweepEngineProvider.class)) {
            if (provider.name().equals(where.engine())) {
                return provider.open(new SweepEngineProvider.Request(
                        captures,
                        settings,
                        where.threads(),
                        where.master(),
                        where.store(),
                        request.folder(),
                        interrupt,
                        text -> line.say("sweep: " + text)));
            }
        }
        throw Failure.environment(
                "--engine " + where.engine() + ": its jar is not on the class path; scripts/halfspread of"
                        + " a checkout puts it there (docs/scaling.md), --engine local needs none");
    }
}
