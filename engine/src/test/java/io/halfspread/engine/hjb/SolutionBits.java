package io.halfspread.engine.hjb;

import java.util.zip.CRC32C;

/** Prints a checksum of every bit of a few solutions, so that two processes can be compared. */
final class SolutionBits {
    private final CRC32C sum = new CRC32C();

    private SolutionBits() {}

    public static void main(final String[] args) {
        final String bits = args.length == 0 ? checksum() : checksumOfLargeCoin();
        System.out.println(bits + " " + BlockKernels.inUse());
    }

    static String checksum() {
        final SolutionBits bits = new SolutionBits();
        bits.add(HjbModel.of(Models.symmetricWithoutSignal()));
        final HjbModel signal =
                HjbModel.of(Models.with(Models.with(Models.alternativeCoin(), HjbInput.Q, 6), HjbInput.M, 11));
        bits.add(signal);
        bits.add(signal.ergodic());
        return Long.toHexString(bits.sum.getValue());
    }

    /** 61 inventories by 41 signals. */
    static String checksumOfLargeCoin() {
        final SolutionBits bits = new SolutionBits();
        bits.add(HjbModel.of(Models.largeCoin()));
        return Long.toHexString(bits.sum.getValue());
    }

    private void add(final HjbModel model) {
        final HjbSolver solver = Models.solved(model);
        final PolicyAudit audit = new PolicyAudit(solver);
        audit.audit(solver.solution(), Models.heuristic(model, 9));
        add(solver.solution().value().gain());
        add(audit.ergodicGain());
        add(audit.stationaryGapPct());
        add(audit.attribution().bid());
        for (int s = 0; s < model.grid().states(); s++) {
            add(solver.solution().value().relative(s));
            add(solver.solution().policy().bidOffsetBps(s));
            add(solver.solution().policy().askOffsetBps(s));
            add(solver.solution().policy().takerSellPerS(s));
            add(audit.value().relative(s));
            add(audit.probability(s));
        }
    }

    private void add(final double value) {
        final long bits = Double.doubleToRawLongBits(value);
        for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
            sum.update((int) (bits >>> shift));
        }
    }
}
