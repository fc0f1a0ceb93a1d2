package io.halfspread.app.replay;

import io.halfspread.engine.replay.ReplaySummary;
import io.halfspread.gateway.frames.FrameStats;
import java.nio.file.Path;

/**
 * What a replay gave.
 *
 * @param summary   what the engine computed
 * @param frames    what came out of the frames, null for a capture
 * @param allAssets whether assets were not chosen, so that those without a decision are not worth a line
 * @param out       capture recorded, or null
 * @param lost      what the capture lost, or null
 */
public record ReplayResult(ReplaySummary summary, FrameStats frames, boolean allAssets, Path out, String lost) {}
