package io.halfspread.engine.hjb;

/**
 * Which controls are admissible; offsets may also be absent (no quote).
 *
 * @param minOffsetBps    dmin, smallest offset, bps of the mid
 * @param maxOffsetBps    dmax, largest offset, bps of the mid
 * @param maxTakerPerS    nuMax, highest taker rate, lots/s
 */
public record ControlLimits(double minOffsetBps, double maxOffsetBps, double maxTakerPerS) {
    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException for a value out of range
     */
    public ControlLimits {
        HjbInput.DMIN.require(minOffsetBps);
        HjbInput.DMAX.require(maxOffsetBps);
        HjbInput.NU_MAX.require(maxTakerPerS);
        if (minOffsetBps >= maxOffsetBps) {
            throw new IllegalArgumentException(
                    "dmin = " + minOffsetBps + ", dmax = " + maxOffsetBps + "; accepted: dmin below dmax");
        }
    }

    double clampOffset(final double offsetBps) {
        return Math.max(minOffsetBps, Math.min(maxOffsetBps, offsetBps));
    }

    double clampRate(final double perS) {
        return Math.max(0, Math.min(maxTakerPerS, perS));
    }
}
