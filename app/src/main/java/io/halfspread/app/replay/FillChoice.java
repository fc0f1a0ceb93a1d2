package io.halfspread.app.replay;

import io.halfspread.engine.replay.AcknowledgingFills;
import io.halfspread.engine.replay.CancelRule;
import io.halfspread.engine.replay.FillModel;
import io.halfspread.engine.replay.QueueFills;
import io.halfspread.engine.replay.QueueSettings;
import io.halfspread.engine.replay.TouchFills;
import java.util.Arrays;

/** Who answers the engine's orders in a replay or a paper session. */
public enum FillChoice {
    /** The recorded account events. */
    RECORDED("recorded"),
    /** Acknowledgements, no fills. */
    NONE("none"),
    /** A resting quote fills when a trade prints through it. */
    TOUCH("touch"),
    /** A resting quote keeps its place in the queue; cancels come from behind it. */
    QUEUE("queue"),
    /** A resting quote keeps its place in the queue; cancels come from ahead of it. */
    QUEUE_OPTIMISTIC("queue:optimistic");

    private final String text;

    FillChoice(final String text) {
        this.text = text;
    }

    /**
     * Finds a choice by its name.
     *
     * @param text name as options and the configuration write it
     * @return the choice, or null when there is none
     */
    public static FillChoice of(final String text) {
        return Arrays.stream(values())
                .filter(choice -> choice.text.equals(text))
                .findFirst()
                .orElse(null);
    }

    /**
     * Name as options and the configuration write it.
     *
     * @return the name
     */
    public String text() {
        return text;
    }

    /**
     * Whether it keeps our place in the queue, so that delays apply.
     *
     * @return true for both queue models
     */
    public boolean isQueue() {
        return this == QUEUE || this == QUEUE_OPTIMISTIC;
    }

    /**
     * Makes the model.
     *
     * @param delays delays of a queue model
     * @param seed   session id, which chooses the delays drawn
     * @return a model without orders
     * @throws IllegalStateException for recorded account events, which need none
     */
    public FillModel model(final FillDelays delays, final long seed) {
        return switch (this) {
            case RECORDED -> throw new IllegalStateException("recorded account events need no model");
            case NONE -> new AcknowledgingFills();
            case TOUCH -> new TouchFills();
            case QUEUE ->
                new QueueFills(new QueueSettings(CancelRule.PESSIMISTIC, delays.orders(), delays.answers()), seed);
            case QUEUE_OPTIMISTIC ->
                new QueueFills(new QueueSettings(CancelRule.OPTIMISTIC, delays.orders(), delays.answers()), seed);
        };
    }
}
