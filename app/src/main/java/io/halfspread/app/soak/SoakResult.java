package io.halfspread.app.soak;

import java.nio.file.Path;
import java.util.List;

/**
 * What one run came to.
 *
 * @param plan       name of its plan
 * @param seed       of venue, key and session
 * @param faults     what became of each fault
 * @param fills      fills at the venue
 * @param reviews    times the session compared itself with the venue
 * @param violations invariants that did not hold, one line each; empty when all did
 * @param capture    the session's capture; gone when the run was good and nobody wanted it
 */
public record SoakResult(
        String plan,
        long seed,
        List<FaultOutcome> faults,
        long fills,
        long reviews,
        List<String> violations,
        Path capture) {
    /** Keeps copies of the lists. */
    public SoakResult {
        faults = List.copyOf(faults);
        violations = List.copyOf(violations);
    }
}
