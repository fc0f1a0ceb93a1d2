package io.halfspread.app.sweep;

import io.halfspread.app.replay.FillChoice;
import io.halfspread.app.sweep.judge.Goal;
import io.halfspread.app.sweep.judge.JudgeSettings;
import io.halfspread.app.sweep.space.SearchPlan;
import io.halfspread.app.sweep.space.Space;
import io.halfspread.engine.tuning.TuningUpdate;
import java.nio.file.Path;
import java.util.List;

/**
 * A sweep as a person asked for it.
 *
 * @param inputs   captures, folders of captures, files of raw frames
 * @param folder   where everything is kept
 * @param space    what is varied
 * @param plan     how it is searched
 * @param goal     what is looked for
 * @param judging  how outcomes are judged
 * @param replays  what every replay shares
 * @param where    who runs the replays
 */
public record SweepRequest(
        List<Path> inputs,
        Path folder,
        Space space,
        SearchPlan plan,
        Goal goal,
        JudgeSettings judging,
        Replays replays,
        Where where) {
    /** Copies the inputs. */
    public SweepRequest {
        inputs = List.copyOf(inputs);
    }

    /**
     * What every replay shares.
     *
     * @param wiring    text of the wiring configuration
     * @param coins     coins asked for; null for those the first capture holds
     * @param params    base parameters
     * @param fills     fill model
     * @param latency   delays of a queue model
     * @param mostGapNs longest time without market data of a coin
     */
    public record Replays(
            String wiring, List<String> coins, TuningUpdate params, FillChoice fills, String latency, long mostGapNs) {}

    /**
     * Who runs the replays.
     *
     * @param engine  name of the engine: local, or that of a provider
     * @param threads replays at a time
     * @param master  address of the engine's master, or null
     * @param store   where captures are laid for other machines, or null
     */
    public record Where(String engine, int threads, String master, String store) {
        /** Name of the engine of this process. */
        public static final String LOCAL = "local";
    }
}
