package io.halfspread.gateway.sign;

/** A private key of secp256k1 and its address. The key is zeroed on close and appears in no text. For one thread at a time. */
public final class SigningKey implements AutoCloseable {
    private SigningKey() {}

    /**
     * Takes a key.
     *
     * @param secret 32 bytes, big endian, copied; zero your own
     * @return the key
     * @throws IllegalArgumentException when it has another length, is 0 or is not below the order of the curve
     */
    public static SigningKey of(final byte[] secret) {
        throw new UnsupportedOperationException("not yet " + secret.length);
    }

    /**
     * The address the venue knows the key by.
     *
     * @return 20 bytes, a copy
     */
    public byte[] address() {
        throw new UnsupportedOperationException("not yet");
    }

    /**
     * The address as text.
     *
     * @return 0x and 40 lower-case digits
     */
    public String addressText() {
        throw new UnsupportedOperationException("not yet");
    }

    /** Zeroes the key; it cannot sign any more. */
    @Override
    public void close() {
        throw new UnsupportedOperationException("not yet");
    }
}
