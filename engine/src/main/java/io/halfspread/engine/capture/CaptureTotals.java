package io.halfspread.engine.capture;

/**
 * Counts of a capture.
 *
 * @param firstSequence sequence of the first input, -1 when there is none
 * @param lastSequence  sequence of the last input, -1 when there is none
 * @param inputs        inputs recorded
 * @param outputs       outputs recorded
 * @param lostInputs    inputs that came after the disk failed: not recorded
 * @param lostOutputs   outputs that came after the disk failed: not recorded
 */
public record CaptureTotals(
        long firstSequence, long lastSequence, long inputs, long outputs, long lostInputs, long lostOutputs) {
    /** Nothing recorded. */
    public static final CaptureTotals NONE = new CaptureTotals(-1, -1, 0, 0, 0, 0);
}
