package io.halfspread.engine.hjb;

/**
 * What is maximised beside profit: inventory is penalised while it is held and when the session ends.
 *
 * @param inventoryPenalty phi, bps/(lot s): phi q^2 is paid each second
 * @param flattenPenalty   psi, bps/lot: flattening costs takerCost |q| + psi q^2
 * @param endRatePerS      r, 1/s: the session ends at this rate and the position is flattened; 0 is the ergodic problem
 */
public record Objective(double inventoryPenalty, double flattenPenalty, double endRatePerS) {
    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException for a value out of range
     */
    public Objective {
        HjbInput.PHI.require(inventoryPenalty);
        HjbInput.PSI.require(flattenPenalty);
        HjbInput.R.require(endRatePerS);
    }
}
