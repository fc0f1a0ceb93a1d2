package io.halfspread.gateway.sign;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.Z_Result;

/** Two threads take two nonces each while the clock stands: four numbers without a gap, each thread's rising. */
@JCStressTest
@Outcome(id = "true", expect = Expect.ACCEPTABLE, desc = "each once")
@Outcome(id = "false", expect = Expect.FORBIDDEN, desc = "one twice, left out or falling")
@State
public class NoncesStress {
    private static final long NOW_MS = 1_790_000_000_000L;

    private final Nonces nonces = open();
    private long a1;
    private long a2;
    private long b1;
    private long b2;

    private static Nonces open() {
        try {
            return new Nonces(() -> NOW_MS * 1_000_000, null);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes two. */
    @Actor
    public void one() {
        a1 = nonces.next();
        a2 = nonces.next();
    }

    /** Takes two. */
    @Actor
    public void other() {
        b1 = nonces.next();
        b2 = nonces.next();
    }

    /** Compares. */
    @Arbiter
    public void compare(final Z_Result result) {
        long seen = 0;
        for (final long nonce : new long[] {a1, a2, b1, b2}) {
            seen |= 1L << nonce - NOW_MS;
        }
        result.r1 = seen == 0b1111 && a1 < a2 && b1 < b2;
    }
}
