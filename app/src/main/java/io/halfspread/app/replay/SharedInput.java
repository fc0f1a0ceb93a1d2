package io.halfspread.app.replay;

import io.halfspread.app.console.Failure;
import io.halfspread.app.console.Progress;
import io.halfspread.engine.replay.StoredInputs;
import io.halfspread.gateway.frames.FrameContentId;
import io.halfspread.gateway.frames.FrameInputs;
import io.halfspread.gateway.frames.FrameStats;
import java.io.IOException;
import java.nio.file.Files;
import java.util.function.BooleanSupplier;

/**
 * One input for several replays at the same time. Raw frames are decoded once and kept in memory as events; a capture is
 * mapped, and each replay reads it for itself. Of any thread.
 */
public final class SharedInput {
    private final StoredInputs stored;
    private final FrameStats stats;
    private final long contentId;

    private SharedInput(final StoredInputs stored, final FrameStats stats, final long contentId) {
        this.stored = stored;
        this.stats = stats;
        this.contentId = contentId;
    }

    /**
     * Reads what is to be shared.
     *
     * @param request   names input and coins
     * @param progress  told how far it is
     * @param interrupt asked whether to end early
     * @return the input
     * @throws Failure when the input cannot be read
     */
    public static SharedInput of(
            final ReplayRequest request, final Progress progress, final BooleanSupplier interrupt) {
        if (Files.isDirectory(request.input())) {
            return new SharedInput(null, null, 0);
        }
        ReplayInput.requireFile(request.input());
        try {
            final long contentId = FrameContentId.of(request.input());
            final FrameInputs frames = ReplayInput.frames(request);
            final StoredInputs stored = StoredInputs.read(frames, inputs -> {
                progress.at(inputs, ReplayInput.share(frames));
                return !interrupt.getAsBoolean();
            });
            return new SharedInput(stored, frames.stats(), contentId);
        } catch (final IOException e) {
            throw ReplayInput.unreadable(request.input(), e);
        }
    }

    /**
     * What came out of the frames.
     *
     * @return counts, null for a capture
     */
    public FrameStats stats() {
        return stats;
    }

    ReplayInput open(final ReplayRequest request) {
        if (stored == null) {
            return ReplayInput.open(request);
        }
        return new ReplayInput(
                stored.open(),
                ReplayInput.ofFrames(request, contentId),
                contentId,
                () -> stats,
                null,
                published -> Math.min(1, (double) published / Math.max(1, stored.count())));
    }
}
