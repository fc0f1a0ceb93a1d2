package io.halfspread.gateway.sign;

import io.halfspread.codec.contract.ColdPath;
import io.halfspread.codec.contract.HotPath;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Arrays;
import org.agrona.BitUtil;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Signatures of which only what depends on the message is left to do: a cold thread prepares them, the signing thread takes
 * them, so that a signature on the hot path costs one multiplication. Each is used once and zeroed when it is taken.
 *
 * <p>A secret scalar is HMAC-SHA-256 of the key over a hash of 32 random bytes, the number of the scalar and the time, so that
 * neither a weak source of randomness alone nor its repetition within a process gives the key away. One thread prepares, one
 * takes.
 *
 * <p>What is prepared lies outside of the heap, in no file, and is gone with the process: a heap dump does not have it, and no
 * restart finds it. A copy of the whole process, as a restored snapshot of a virtual machine is, would use the same
 * scalars again: there signatures must be deterministic, without a reserve.
 */
@HotPath
public final class SignatureReserve implements AutoCloseable {
    private static final int TAKEN = 0;
    private static final int READY = 64;

    private final SigningKey key;
    private final int capacity;
    private final boolean singleUse;
    private final UnsafeBuffer stored;
    private final UnsafeBuffer positions = new UnsafeBuffer(new byte[128]);

    private final SecureRandom random;
    private final byte[] seed = new byte[SigningKey.LENGTH];
    private final Keccak256 hash = new Keccak256();
    private final DeterministicNonce scalars = new DeterministicNonce();
    private final Commitment commitment = new Commitment();
    private final long[] scalar = new long[Words.WORDS];
    private final long[] scratch = new long[Words.WORDS];
    private final long[] secret = new long[Words.WORDS];

    /**
     * Creates an empty reserve.
     *
     * @param key      the key; must stay open as long as the reserve is used
     * @param capacity most signatures kept, 1 to 65536; the next power of two is taken
     */
    public SignatureReserve(final SigningKey key, final int capacity) {
        this(key, capacity, new SecureRandom());
    }

    /** A full reserve of one, never used up: for a key that was drawn for practice and signs nothing that is sent. */
    @ColdPath("once")
    static SignatureReserve forRehearsal(final SigningKey drawn) {
        final SignatureReserve reserve = new SignatureReserve(drawn, 1, new SecureRandom(), false);
        reserve.prepare(1);
        return reserve;
    }

    SignatureReserve(final SigningKey key, final int capacity, final SecureRandom random) {
        this(key, capacity, random, true);
    }

    private SignatureReserve(
            final SigningKey key, final int capacity, final SecureRandom random, final boolean singleUse) {
        if (capacity < 1 || capacity > 1 << 16) {
            throw new IllegalArgumentException("a reserve keeps 1 to 65536 signatures, not " + capacity);
        }
        this.key = key;
        this.random = random;
        this.singleUse = singleUse;
        this.capacity = BitUtil.findNextPositivePowerOfTwo(capacity);
        stored = new UnsafeBuffer(ByteBuffer.allocateDirect(this.capacity * Commitment.STORED));
    }

    /**
     * Prepares signatures until the reserve is full. Costs some tens of microseconds each; to be called every few
     * milliseconds from a thread that has time.
     *
     * @param most how many at most, at least 0
     * @return how many were prepared; 0 when the reserve is full or the key closed
     */
    @ColdPath("not on the signing thread")
    public synchronized int prepare(final int most) {
        int done = 0;
        while (done < most && key.isOpen()) {
            final long ready = positions.getLong(READY);
            if (ready - positions.getLongVolatile(TAKEN) == capacity) {
                break;
            }
            drawScalar(ready);
            if (commitment.prepare(scalar, key) == 0) {
                commitment.store(stored, slot(ready));
                positions.putLongOrdered(READY, ready + 1);
                done++;
            }
        }
        commitment.wipe();
        scalars.wipe();
        Words.wipe(scalar);
        Words.wipe(secret);
        return done;
    }

    @ColdPath("not on the signing thread")
    private void drawScalar(final long number) {
        do {
            random.nextBytes(seed);
            hash.reset();
            hash.update(seed);
            hash.update(number);
            hash.update(System.nanoTime());
            hash.digest(scalar);
            ScalarArithmetic.reduceOnce(scalar, scratch);
            key.words(secret);
            scalars.begin(secret, scalar);
            scalars.next(scalar);
        } while (ScalarArithmetic.isValid(scalar, scratch) == 0);
        Arrays.fill(seed, (byte) 0);
    }

    /** Moves the oldest into a commitment; false when there is none. */
    boolean take(final Commitment to) {
        final long taken = positions.getLong(TAKEN);
        if (taken == positions.getLongVolatile(READY)) {
            return false;
        }
        final int slot = slot(taken);
        to.load(stored, slot);
        if (singleUse) {
            stored.setMemory(slot, Commitment.STORED, (byte) 0);
            positions.putLongOrdered(TAKEN, taken + 1);
        }
        return true;
    }

    private int slot(final long position) {
        return (int) (position & capacity - 1) * Commitment.STORED;
    }

    /**
     * How many signatures are prepared.
     *
     * @return 0 to the capacity; any thread
     */
    public int size() {
        return (int) (positions.getLongVolatile(READY) - positions.getLongVolatile(TAKEN));
    }

    /** Zeroes what is left. Neither thread may use the reserve any more. */
    @Override
    public void close() {
        stored.setMemory(0, stored.capacity(), (byte) 0);
        positions.putLongVolatile(TAKEN, positions.getLongVolatile(READY));
    }
}
