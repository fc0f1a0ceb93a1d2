package io.halfspread.gateway.sign;

import io.halfspread.codec.contract.ColdPath;
import io.halfspread.codec.contract.HotPath;
import java.nio.ByteBuffer;
import java.util.HexFormat;

/** A private key of secp256k1 and its address. The key is zeroed on close and appears in no text. For one thread at a time. */
@HotPath
public final class SigningKey implements AutoCloseable {
    /** Bytes of a key. */
    public static final int LENGTH = 32;

    /** Bytes of an address. */
    public static final int ADDRESS_LENGTH = 20;

    private final long[] words;
    private final long[] montgomery = new long[Words.LIMBS];
    private final byte[] address;
    private boolean open = true;

    private SigningKey(final long[] words) {
        this.words = words;
        Words.toLimbs(words, montgomery);
        ScalarArithmetic.multiply(montgomery, ScalarArithmetic.R_SQUARED, montgomery);
        address = addressOf(words);
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
        return new SigningKey(words);
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

    /** The key, the least significant word first. */
    long[] words() {
        return words;
    }

    /** The key in Montgomery's form. */
    long[] montgomery() {
        return montgomery;
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
    }

    /** The address; the key never appears. */
    @Override
    @ColdPath("for people")
    public String toString() {
        return "key of " + addressText();
    }
}
