package io.halfspread.app.sweep.run;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;

/** One hash over all outcomes of a sweep: equal whenever all of them are, whoever ran them. */
public final class SweepDigest {
    private SweepDigest() {}

    /**
     * The digest.
     *
     * @param outcomes all outcomes, in any order
     * @return SHA-256 over their canonical bytes in the order of their cells, 64 hex digits
     */
    public static String of(final Collection<Outcome> outcomes) {
        try {
            final MessageDigest digest = MessageDigest.getInstance("SHA-256");
            outcomes.stream()
                    .sorted(Comparator.comparing(Outcome::key))
                    .forEach(outcome -> digest.update(outcome.encode()));
            return HexFormat.of().formatHex(digest.digest());
        } catch (final NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
