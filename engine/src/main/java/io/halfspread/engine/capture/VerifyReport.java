package io.halfspread.engine.capture;

/**
 * What verification of a capture found.
 *
 * @param status    what the manifest says; null when the manifest itself is at fault
 * @param problem   the first thing wrong, in one line; null when all is right
 * @param note      what is worth saying although nothing is wrong: a writer at work, a torn tail, records lost
 * @param totals    inputs and outputs found
 * @param segments  segments read
 * @param bytes     bytes read
 * @param inputHash rolling hash over the inputs, 16 hex digits
 * @param hash      rolling hash over inputs and outputs as the engine keeps it, 16 hex digits; empty without outputs
 */
public record VerifyReport(
        CaptureStatus status,
        String problem,
        String note,
        CaptureTotals totals,
        int segments,
        long bytes,
        String inputHash,
        String hash) {
    /**
     * Whether nothing is wrong.
     *
     * @return false when {@link #problem()} says what is
     */
    public boolean ok() {
        return problem == null;
    }
}
