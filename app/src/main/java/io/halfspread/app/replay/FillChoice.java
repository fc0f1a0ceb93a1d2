package io.halfspread.app.replay;

import io.halfspread.engine.replay.AcknowledgingFills;
import io.halfspread.engine.replay.FillModel;
import io.halfspread.engine.replay.TouchFills;

/** Who answers the engine's orders in a replay. */
public enum FillChoice {
    /** The recorded account events. */
    RECORDED,
    /** Acknowledgements, no fills. */
    NONE,
    /** A resting quote fills when a trade prints through it. */
    TOUCH;

    /**
     * Makes the model.
     *
     * @return a model; for recorded account events the one that answers after a change
     */
    FillModel model() {
        return this == NONE ? new AcknowledgingFills() : new TouchFills();
    }
}
