package io.halfspread.app.replay;

import io.halfspread.app.config.ConfigOption;
import io.halfspread.app.console.Failure;
import io.halfspread.app.console.Progress;
import io.halfspread.app.machine.ConfiguredCores;
import io.halfspread.engine.agent.Idling;
import io.halfspread.engine.agent.ThreadPlacement;
import io.halfspread.engine.capture.CaptureIdentity;
import io.halfspread.engine.capture.CaptureKind;
import io.halfspread.engine.capture.CaptureSettings;
import io.halfspread.engine.capture.CaptureState;
import io.halfspread.engine.capture.CaptureWriter;
import io.halfspread.engine.replay.Recorder;
import io.halfspread.engine.replay.ReplayOptions;
import io.halfspread.engine.replay.ReplayPipeline;
import io.halfspread.engine.replay.ReplayPlan;
import io.halfspread.engine.replay.ReplaySummary;
import io.halfspread.engine.ring.MessageHandler;
import io.halfspread.engine.ring.SideQueue;
import io.halfspread.engine.settings.Instrument;
import io.halfspread.engine.solver.SolverDesk;
import io.halfspread.gateway.frames.RefusedLines;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Runs one replay as asked. */
public final class ReplayRun {
    private final ReplayRequest request;
    private final String build;
    private final Supplier<ReplayInput> opened;

    /**
     * Prepares a replay.
     *
     * @param request what was asked for
     * @param build   version of this program, for the manifest
     */
    public ReplayRun(final ReplayRequest request, final String build) {
        this.request = request;
        this.build = build;
        this.opened = () -> ReplayInput.open(request);
    }

    /**
     * Prepares a replay of an input that others read at the same time.
     *
     * @param request what was asked for, of the same input and coins
     * @param build   version of this program, for the manifest
     * @param shared  the input
     */
    public ReplayRun(final ReplayRequest request, final String build, final SharedInput shared) {
        this.request = request;
        this.build = build;
        this.opened = () -> shared.open(request);
    }

    /**
     * Runs it.
     *
     * @param progress  told how far it is
     * @param interrupt asked whether to end early, orderly
     * @param observer  gets every output, or null
     * @param liveDrops parameter events that come while it runs, or null
     * @return what it gave
     * @throws Failure when the input cannot be used
     */
    public ReplayResult run(
            final Progress progress,
            final BooleanSupplier interrupt,
            final MessageHandler observer,
            final SideQueue liveDrops) {
        return run(
                progress,
                interrupt,
                observer,
                liveDrops,
                new SolverDesk(request.config().solver()),
                null);
    }

    /**
     * Runs it beside somebody who watches.
     *
     * @param progress  told how far it is
     * @param interrupt asked whether to end early, orderly
     * @param observer  gets every output, or null
     * @param liveDrops parameter events that come while it runs, or null
     * @param solver    makes the policy tables where the record does not
     * @param watch     gets everything in order; null unless nothing is recorded
     * @return what it gave
     * @throws Failure when the input cannot be used
     */
    public ReplayResult run(
            final Progress progress,
            final BooleanSupplier interrupt,
            final MessageHandler observer,
            final SideQueue liveDrops,
            final SolverDesk solver,
            final Recorder watch) {
        final ThreadPlacement cores = new ConfiguredCores(request.config()).telling(pin -> {
            if (!pin.holds()) {
                progress.say("WARN thread " + pin.text() + "; it goes on unpinned");
            }
        });
        final ReplayInput input = opened.get();
        try (CaptureWriter writer = request.out() == null ? null : writer(input)) {
            final ReplayPipeline pipeline = new ReplayPipeline(
                    input.plan(),
                    input.source(),
                    input.plan().modelledFrom() == ReplayPlan.Takeover.NEVER
                            ? null
                            : request.modelled().model(request.delays(), input.contentId()),
                    solver,
                    new ReplayOptions(
                            request.threading(),
                            request.batch(),
                            request.speed(),
                            observer,
                            liveDrops,
                            writer == null ? watch : new CaptureRecorder(writer),
                            Idling.valueOf(
                                    request.config().text(ConfigOption.IDLE).toUpperCase(Locale.ROOT)),
                            cores,
                            (int) request.config().integer(ConfigOption.RING_SLOTS)));
            final ReplaySummary summary = pipeline.run(inputs -> {
                progress.at(inputs, input.share().applyAsDouble(inputs));
                return !interrupt.getAsBoolean();
            });
            if (summary.inputs() == 0 && !interrupt.getAsBoolean()) {
                throw Failure.badInput(nothingIn(input));
            }
            return new ReplayResult(
                    summary,
                    input.frames() == null ? null : input.frames().get(),
                    request.assets() == null,
                    input.plan().modelledFrom() == ReplayPlan.Takeover.NEVER ? FillChoice.RECORDED : request.modelled(),
                    request.delays(),
                    null,
                    request.out(),
                    writer != null && writer.state() == CaptureState.LOSING ? writer.trouble() : null);
        }
    }

    private CaptureWriter writer(final ReplayInput input) {
        final List<String> coins = input.plan().opening() == null
                ? input.manifest().identity().instruments()
                : input.plan().opening().instruments().stream()
                        .map(Instrument::coin)
                        .toList();
        return CaptureWriter.open(
                request.out(),
                new CaptureIdentity(
                        build,
                        CaptureKind.REPLAY,
                        input.contentId(),
                        request.config().sha256().hex(),
                        String.valueOf(request.input().toAbsolutePath().getFileName()),
                        coins),
                CaptureSettings.OFFLINE);
    }

    private String nothingIn(final ReplayInput input) {
        if (input.frames() != null && input.frames().get().frames() == 0) {
            final RefusedLines refused = input.frames().get().refused();
            return request.input() + ": no usable frame"
                    + (refused.count() > 0 ? " (" + refused.listed().get(0).describe() + ")" : "")
                    + "; accepted: lines of <19-digit receive ns> <frame>, plain, gzip or lz4";
        }
        if (input.plan().opening() == null) {
            return request.input() + ": the capture holds no input";
        }
        final String coins = input.plan().opening().instruments().stream()
                .map(Instrument::coin)
                .collect(Collectors.joining(", "));
        return request.input() + ": no market data of " + coins + "; --asset chooses others";
    }
}
