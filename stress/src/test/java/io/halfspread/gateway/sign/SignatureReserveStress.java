package io.halfspread.gateway.sign;

import java.util.Arrays;
import org.agrona.concurrent.UnsafeBuffer;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** One thread prepares a signature while another takes: none, or a whole one, which is then gone from the reserve. */
@JCStressTest
@Outcome(id = "0, 0", expect = Expect.ACCEPTABLE, desc = "too early")
@Outcome(id = "1, 0", expect = Expect.ACCEPTABLE, desc = "a whole one")
@Outcome(expect = Expect.FORBIDDEN, desc = "torn, or still in the reserve")
@State
public class SignatureReserveStress {
    private static final int PATIENCE = 4_000;
    private static final SigningKey KEY = key();
    private static final long[] MONTGOMERY = montgomery();

    private final SignatureReserve reserve = new SignatureReserve(KEY, 1);

    private static SigningKey key() {
        final byte[] secret = new byte[SigningKey.LENGTH];
        Arrays.fill(secret, (byte) 0x42);
        return SigningKey.of(secret);
    }

    private static long[] montgomery() {
        final long[] limbs = new long[Words.LIMBS];
        KEY.montgomery(limbs);
        return limbs;
    }

    /** Prepares one. */
    @Actor
    public void prepare() {
        reserve.prepare(1);
    }

    /** Takes one, with a little patience, so that both ends meet. */
    @Actor
    public void take(final II_Result result) {
        final Commitment commitment = new Commitment();
        boolean taken = reserve.take(commitment);
        for (int i = 0; !taken && i < PATIENCE; i++) {
            Thread.onSpinWait();
            taken = reserve.take(commitment);
        }
        result.r1 = taken ? 1 : 0;
        result.r2 = taken && (!isWhole(commitment) || reserve.take(commitment)) ? 1 : 0;
    }

    /** Whether its product is that of its r and the key, and its inverse is there. */
    private static boolean isWhole(final Commitment commitment) {
        final UnsafeBuffer stored = new UnsafeBuffer(new byte[Commitment.STORED]);
        commitment.store(stored, 0);
        final long[] expected = new long[Words.LIMBS];
        Words.toLimbs(words(stored, 0, Words.WORDS), expected);
        ScalarArithmetic.multiply(expected, MONTGOMERY, expected);
        final long[] product = words(stored, Words.WORDS, Words.LIMBS);
        long inverse = 0;
        for (final long limb : words(stored, Words.WORDS + Words.LIMBS, Words.LIMBS)) {
            inverse |= limb;
        }
        return Arrays.equals(expected, product) && inverse != 0;
    }

    private static long[] words(final UnsafeBuffer stored, final int first, final int count) {
        final long[] words = new long[count];
        for (int i = 0; i < count; i++) {
            words[i] = stored.getLong((first + i) * Long.BYTES);
        }
        return words;
    }
}
