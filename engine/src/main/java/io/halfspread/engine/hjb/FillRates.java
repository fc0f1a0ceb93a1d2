package io.halfspread.engine.hjb;

/**
 * How often one lot of ours fills: rate exp(-decay offset), at signal 0.
 *
 * @param bidRatePerS    A_b, fills per second of a bid at offset 0
 * @param askRatePerS    A_a, fills per second of an ask at offset 0
 * @param bidDecayPerBps k_b, 1/bps
 * @param askDecayPerBps k_a, 1/bps
 */
public record FillRates(double bidRatePerS, double askRatePerS, double bidDecayPerBps, double askDecayPerBps) {
    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException for a value out of range
     */
    public FillRates {
        HjbInput.AB.require(bidRatePerS);
        HjbInput.AA.require(askRatePerS);
        HjbInput.KB.require(bidDecayPerBps);
        HjbInput.KA.require(askDecayPerBps);
    }

    /**
     * What both sides would earn in a second at the best offsets if inventory and costs were free.
     *
     * @return U0 = A_b/(e k_b) + A_a/(e k_a), lot bps/s
     */
    public double freeProfit() {
        return bidRatePerS / (Math.E * bidDecayPerBps) + askRatePerS / (Math.E * askDecayPerBps);
    }
}
