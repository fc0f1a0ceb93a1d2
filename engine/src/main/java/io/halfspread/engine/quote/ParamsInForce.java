package io.halfspread.engine.quote;

import io.halfspread.codec.contract.HotPath;
import io.halfspread.engine.tuning.TuningParam;

/** The tuning parameters that price quotes now; set whole, between two events. Engine thread only. */
@HotPath
public final class ParamsInForce {
    private final double[] values = new double[TuningParam.COUNT];
    private int version;

    /**
     * Version in force.
     *
     * @return the version, 0 before the first set
     */
    public int version() {
        return version;
    }

    /**
     * Names the version of the values set with {@link #value(int, double)}.
     *
     * @param newVersion version, from 1
     */
    public void version(final int newVersion) {
        version = newVersion;
    }

    /**
     * Value of one parameter.
     *
     * @param paramId ordinal of {@link TuningParam}
     * @return the value
     */
    public double value(final int paramId) {
        return values[paramId];
    }

    /**
     * Sets one parameter.
     *
     * @param paramId ordinal of {@link TuningParam}
     * @param value   validated value
     */
    public void value(final int paramId, final double value) {
        values[paramId] = value;
    }
}
