package io.halfspread.app.replay;

import io.halfspread.app.console.Failure;
import io.halfspread.codec.event.QuoteSource;
import io.halfspread.codec.event.SessionKind;
import io.halfspread.codec.hyperliquid.CoinIndex;
import io.halfspread.engine.capture.CaptureInputs;
import io.halfspread.engine.capture.CaptureKind;
import io.halfspread.engine.capture.Manifest;
import io.halfspread.engine.replay.InputSource;
import io.halfspread.engine.replay.ReplayPlan;
import io.halfspread.engine.settings.Instrument;
import io.halfspread.engine.settings.SessionSettings;
import io.halfspread.engine.tuning.TuningUpdate;
import io.halfspread.gateway.frames.FrameContentId;
import io.halfspread.gateway.frames.FrameInputs;
import io.halfspread.gateway.frames.FrameStats;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongToDoubleFunction;
import java.util.function.Supplier;

/**
 * What a replay reads, opened, and the plan that fits it: raw frames and captures of market data get a session around
 * them, a recorded session is fed as it is.
 *
 * @param source    the inputs
 * @param plan      what to do with them
 * @param contentId session id, or that of the frames
 * @param frames    what came out of the frames so far, null for a capture
 * @param manifest  the capture's manifest, or null for raw frames
 * @param share     share of the work done, 0 to 1, by inputs published; from any thread
 */
record ReplayInput(
        InputSource source,
        ReplayPlan plan,
        long contentId,
        Supplier<FrameStats> frames,
        Manifest manifest,
        LongToDoubleFunction share) {
    static ReplayInput open(final ReplayRequest request) {
        final Path path = request.input();
        if (Files.isDirectory(path)) {
            return ofCapture(request, CaptureInputs.open(path));
        }
        requireFile(path);
        try {
            return ofFrames(request);
        } catch (final IOException e) {
            throw unreadable(path, e);
        }
    }

    static void requireFile(final Path path) {
        if (!Files.isRegularFile(path)) {
            throw Failure.badInput(path + ": " + (Files.exists(path) ? "not a file" : "no such file or folder")
                    + "; accepted: a capture folder, or a file of raw frames (plain, gzip, lz4)");
        }
    }

    static Failure unreadable(final Path path, final IOException cause) {
        return Failure.badInput(path + ": cannot be read: " + cause.getMessage());
    }

    private static ReplayInput ofFrames(final ReplayRequest request) throws IOException {
        final long contentId = FrameContentId.of(request.input());
        final ReplayPlan plan = ofFrames(request, contentId);
        final FrameInputs frames = frames(request);
        return new ReplayInput(frames, plan, contentId, frames::stats, null, published -> share(frames));
    }

    /** The frames of a replay, to be decoded as they are read. */
    static FrameInputs frames(final ReplayRequest request) throws IOException {
        final List<String> coins =
                opening(request).instruments().stream().map(Instrument::coin).toList();
        return new FrameInputs(List.of(request.input()), new CoinIndex(coins));
    }

    /** What a replay does with frames. */
    static ReplayPlan ofFrames(final ReplayRequest request, final long contentId) {
        if (request.fills() == FillChoice.RECORDED) {
            throw Failure.badInput("--fills recorded: raw frames hold no account events; accepted: none, touch, queue");
        }
        return ReplayPlan.ofMarketData(opening(request), contentId, paramsOrDefaults(request), request.drops(), null);
    }

    static double share(final FrameInputs frames) {
        return frames.totalBytes() == 0 ? 0 : (double) frames.bytesRead() / frames.totalBytes();
    }

    private static ReplayInput ofCapture(final ReplayRequest request, final CaptureInputs inputs) {
        final Manifest manifest = inputs.manifest();
        final CaptureKind kind = manifest.identity().kind();
        final boolean marketData = kind == CaptureKind.IMPORT || kind == CaptureKind.RECORD;
        final long total = Math.max(1, manifest.totals().inputs());
        return new ReplayInput(
                inputs,
                marketData ? aroundMarketData(request, manifest) : asRecorded(request, manifest),
                manifest.identity().contentId(),
                null,
                manifest,
                published -> Math.min(1, (double) published / total));
    }

    private static ReplayPlan aroundMarketData(final ReplayRequest request, final Manifest manifest) {
        final SessionSettings opening = opening(request);
        final List<String> recorded = manifest.identity().instruments();
        final int[] indices = new int[recorded.size()];
        Arrays.fill(indices, -1);
        for (int i = 0; i < opening.instruments().size(); i++) {
            final int at = recorded.indexOf(opening.instruments().get(i).coin());
            if (at >= 0) {
                indices[at] = i;
            }
        }
        return ReplayPlan.ofMarketData(
                opening, manifest.identity().contentId(), paramsOrDefaults(request), request.drops(), indices);
    }

    private static ReplayPlan asRecorded(final ReplayRequest request, final Manifest manifest) {
        int[] kept = null;
        if (request.assets() != null) {
            final List<String> recorded = manifest.identity().instruments();
            for (final String asset : request.assets()) {
                if (!recorded.contains(asset)) {
                    throw Failure.badInput(request.input() + ": holds no asset " + asset + "; it holds: "
                            + String.join(", ", recorded));
                }
            }
            kept = new int[recorded.size()];
            for (int i = 0; i < kept.length; i++) {
                kept[i] = request.assets().contains(recorded.get(i)) ? i : -1;
            }
        }
        return ReplayPlan.ofSession(
                request.params(),
                request.drops(),
                request.quoteSource(),
                kept,
                request.fills() != null && request.fills() != FillChoice.RECORDED);
    }

    private static SessionSettings opening(final ReplayRequest request) {
        final List<String> assets = request.assets() == null ? request.config().coins() : request.assets();
        final SessionSettings configured = request.config().session(SessionKind.REPLAY, assets);
        if (request.quoteSource() == null) {
            return configured;
        }
        return configured.with(configured.instruments().stream()
                .map(instrument -> withSource(instrument, request.quoteSource()))
                .toList());
    }

    private static Instrument withSource(final Instrument instrument, final QuoteSource source) {
        return new Instrument(
                instrument.coin(),
                instrument.kind(),
                instrument.szDecimals(),
                instrument.assetId(),
                instrument.quoting().with(source),
                instrument.limits());
    }

    private static TuningUpdate paramsOrDefaults(final ReplayRequest request) {
        return request.params() == null ? TuningUpdate.defaults() : request.params();
    }
}
