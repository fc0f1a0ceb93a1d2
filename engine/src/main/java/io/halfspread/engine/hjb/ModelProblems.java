package io.halfspread.engine.hjb;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Finds everything that is wrong with a set of inputs, where building the model would stop at the first. Cold. */
public final class ModelProblems {
    private final Map<HjbInput, Double> inputs;
    private final List<String> problems = new ArrayList<>();

    private ModelProblems(final Map<HjbInput, Double> inputs) {
        this.inputs = inputs;
    }

    /**
     * Checks inputs.
     *
     * @param inputs values by input; NaN for a value that could not be read and was reported already
     * @return one message a problem: input, value, what is accepted; empty when {@link HjbModel#of} succeeds
     */
    public static List<String> in(final Map<HjbInput, Double> inputs) {
        final ModelProblems found = new ModelProblems(inputs);
        for (final HjbInput input : HjbInput.values()) {
            found.check(input);
        }
        found.checkTogether();
        return found.problems;
    }

    private void check(final HjbInput input) {
        final Double value = inputs.get(input);
        if (value == null && input.required()) {
            problems.add(input.key() + " is missing; accepted: " + input.accepted());
        } else if (value != null && !value.isNaN()) {
            attempt(() -> input.require(value));
        }
    }

    private void checkTogether() {
        if (sound(HjbInput.Q, HjbInput.M, HjbInput.X)) {
            attempt(() -> new HjbGrid((int) value(HjbInput.Q), (int) value(HjbInput.M), value(HjbInput.X)));
        }
        if (sound(HjbInput.DMIN, HjbInput.DMAX)) {
            attempt(() -> new ControlLimits(value(HjbInput.DMIN), value(HjbInput.DMAX), 0));
        }
        if (sound(HjbInput.M, HjbInput.THETA, HjbInput.SX)) {
            attempt(() ->
                    HjbModel.requireMovingSignal((int) value(HjbInput.M), value(HjbInput.THETA), value(HjbInput.SX)));
        }
    }

    private boolean sound(final HjbInput... together) {
        for (final HjbInput input : together) {
            if (!input.accepts(value(input))) {
                return false;
            }
        }
        return true;
    }

    private double value(final HjbInput input) {
        return inputs.getOrDefault(input, input.absentValue());
    }

    private void attempt(final Runnable check) {
        try {
            check.run();
        } catch (final IllegalArgumentException e) {
            problems.add(e.getMessage());
        }
    }
}
