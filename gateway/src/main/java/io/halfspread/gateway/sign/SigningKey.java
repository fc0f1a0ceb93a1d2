package io.halfspread.gateway.sign;

import io.halfspread.codec.contract.ColdPath;
import io.halfspread.codec.contract.HotPath;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A private key of secp256k1 and its address. It lies in memory only under a mask drawn when it was taken, so that a search of a
 * memory dump for its bytes finds nothing while nothing is being signed; whoever can read all of the memory can undo that. Zeroed
 * on close; in no text. For one thread at a time, but reading it is for any number.
 */
@HotPath
public final class SigningKey implements AutoCloseable {
    /** Bytes of a key. */
    public static final int LENGTH = 32;

    /** Bytes of an address. */
    public static final int ADDRESS_LENGTH = 20;

    private final long[] mask = new long[Words.LIMBS];
    private final long[] words = new long[Words.WORDS];
    private final long[] montgomery = new long[Words.LIMBS];
    private final byte[] address;
    private boolean open = true;

    private SigningKey(final long[] key) {
        final SecureRandom random = new SecureRandom();
        for (int i = 0; i < mask.length; i++) {
            mask[i] = random.nextLong();
        }
        Words.toLimbs(key, montgomery);
        ScalarArithmetic.multiply(montgomery, ScalarArithmetic.R_SQUARED, montgomery);
        apply(mask, key, words);
        apply(mask, montgomery, montgomery);
        address = addressOf(key);
    }

    /**
     * Takes a key.
     *
     * @param secret 32 bytes, big endian, copied; zero your own
     * @return the key
     * @throws IllegalArgumentException when it has another length, is 0 or is not below the order of the curve
     */
    @ColdPath("once")
    public static SigningKey of(final byte[] secret) {
        if (secret.length != LENGTH) {
            throw new IllegalArgumentException("a private key has 32 bytes, not " + secret.length);
        }
        final long[] words = new long[Words.WORDS];
        final ByteBuffer bytes = ByteBuffer.wrap(secret);
        for (int i = 0; i < Words.WORDS; i++) {
            words[i] = bytes.getLong(LENGTH - Long.BYTES * (i + 1));
        }
        if (ScalarArithmetic.isValid(words, new long[Words.WORDS]) == 0) {
            Words.wipe(words);
            throw new IllegalArgumentException("a private key is not 0 and below the order of secp256k1");
        }
        final SigningKey key = new SigningKey(words);
        Words.wipe(words);
        return key;
    }

    /** A key that nobody has. */
    @ColdPath("once")
    static SigningKey drawn() {
        final SecureRandom random = new SecureRandom();
        final byte[] secret = new byte[LENGTH];
        do {
            random.nextBytes(secret);
        } while (secret[0] == -1);
        final SigningKey key = of(secret);
        Arrays.fill(secret, (byte) 0);
        return key;
    }

    @ColdPath("once")
    private static byte[] addressOf(final long[] key) {
        final long[] x = new long[Words.WORDS];
        final long[] y = new long[Words.WORDS];
        new GeneratorMultiplier().multiply(key, x, y);
        final Keccak256 hash = new Keccak256();
        hash.reset();
        hash.update(x);
        hash.update(y);
        hash.digest(x);
        final ByteBuffer address = ByteBuffer.allocate(ADDRESS_LENGTH);
        address.putInt((int) x[2]).putLong(x[1]).putLong(x[0]);
        return address.array();
    }

    /** Gives the key, the least significant word first; wipe it. Zeros once it is closed. */
    void words(final long[] to) {
        apply(mask, words, to);
    }

    /** Gives the key in Montgomery's form; wipe it. Zeros once it is closed. */
    void montgomery(final long[] to) {
        apply(mask, montgomery, to);
    }

    private static void apply(final long[] mask, final long[] from, final long[] to) {
        for (int i = 0; i < to.length; i++) {
            to[i] = from[i] ^ mask[i];
        }
    }

    /** Whether the key can sign. */
    boolean isOpen() {
        return open;
    }

    /**
     * The address the venue knows the key by.
     *
     * @return 20 bytes, a copy
     */
    @ColdPath("copies")
    public byte[] address() {
        return address.clone();
    }

    /**
     * The address as text.
     *
     * @return 0x and 40 lower-case digits
     */
    @ColdPath("for people and cold queries")
    public String addressText() {
        return "0x" + HexFormat.of().formatHex(address);
    }

    /** Zeroes the key; it cannot sign any more. */
    @Override
    public void close() {
        open = false;
        Words.wipe(words);
        Words.wipe(montgomery);
        Words.wipe(mask);
    }

    /** The address; the key never appears. */
    @Override
    @ColdPath("for people")
    public String toString() {
        return "key of " + addressText();
    }
}
