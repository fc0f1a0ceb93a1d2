package io.halfspread.app.replay;

import io.halfspread.engine.replay.ReplaySummary;
import io.halfspread.gateway.frames.FrameStats;
import java.nio.file.Path;

/**
 * What a replay gave.
 *
 * @param summary    what the engine computed
 * @param frames     what came out of the frames, null for a capture
 * @param allAssets  whether assets were not chosen, so that those without a decision are not worth a line
 * @param fills      who answered the engine's orders
 * @param delays     delays of a queue model
 * @param optimistic the same replay under the optimistic rule for cancels, the other end of the band; or null
 * @param out        capture recorded, or null
 * @param lost       what the capture lost, or null
 */
public record ReplayResult(
        ReplaySummary summary,
        FrameStats frames,
        boolean allAssets,
        FillChoice fills,
        FillDelays delays,
        ReplayResult optimistic,
        Path out,
        String lost) {
    /**
     * This result as the pessimistic end of a band.
     *
     * @param other the other end
     * @return both
     */
    public ReplayResult withOptimistic(final ReplayResult other) {
        return new ReplayResult(summary, frames, allAssets, fills, delays, other, out, lost);
    }
}
