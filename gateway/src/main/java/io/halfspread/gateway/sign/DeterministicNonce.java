package io.halfspread.gateway.sign;

import io.halfspread.codec.contract.HotPath;

/**
 * The secret scalar of a signature, from key and digest alone, by HMAC-SHA-256: the same signature each time, and no source of
 * randomness to trust. For one thread. Source: RFC 6979, section 3.2.
 */
@HotPath
final class DeterministicNonce {
    private static final int PADDED_BITS_OF_STATE = (64 + 32) * 8;
    private static final int PADDED_BITS_OF_SEED = (64 + 97) * 8;
    private static final int INNER = 0x36363636;
    private static final int OUTER = 0x5C5C5C5C;
    private static final int END = 0x80000000;

    private final Sha256 sha = new Sha256();
    private final int[] inner = new int[Sha256.STATE];
    private final int[] outer = new int[Sha256.STATE];
    private final int[] state = new int[Sha256.STATE];
    private final int[] block = new int[Sha256.BLOCK];
    private final int[] k = new int[Sha256.STATE];
    private final int[] v = new int[Sha256.STATE];
    private final int[] secret = new int[Sha256.STATE];
    private final int[] message = new int[Sha256.STATE];

    /**
     * Begins for one signature.
     *
     * @param key    4 words, the least significant first
     * @param digest 4 words below n
     */
    void begin(final long[] key, final long[] digest) {
        unpack(key, secret);
        unpack(digest, message);
        for (int i = 0; i < Sha256.STATE; i++) {
            v[i] = 0x01010101;
            k[i] = 0;
        }
        reseed(0x00);
        reseed(0x01);
    }

    /** Gives the next candidate as 4 words, the least significant first; it may be 0 or n and more. */
    void next(final long[] candidate) {
        updateV();
        for (int i = 0; i < Words.WORDS; i++) {
            candidate[i] = (long) v[6 - 2 * i] << 32 | v[7 - 2 * i] & 0xFFFFFFFFL;
        }
    }

    /** Says that the last candidate was of no use. */
    void refuse() {
        key();
        load(v);
        block[8] = END >>> 8;
        block[15] = (64 + 33) * 8;
        finish(k);
        updateKey();
    }

    /** Forgets everything. */
    void wipe() {
        wipe(inner);
        wipe(outer);
        wipe(state);
        wipe(block);
        wipe(k);
        wipe(v);
        wipe(secret);
        wipe(message);
        sha.wipe();
    }

    /** K = HMAC(K, V, separator, key, digest); V = HMAC(K, V). */
    private void reseed(final int separator) {
        key();
        load(v);
        block[8] = separator << 24 | secret[0] >>> 8;
        for (int i = 1; i < 8; i++) {
            block[8 + i] = secret[i - 1] << 24 | secret[i] >>> 8;
        }
        sha.compress(state, block);
        block[0] = secret[7] << 24 | message[0] >>> 8;
        for (int i = 1; i < 8; i++) {
            block[i] = message[i - 1] << 24 | message[i] >>> 8;
        }
        block[8] = message[7] << 24 | END >>> 8;
        clear(9);
        block[15] = PADDED_BITS_OF_SEED;
        finish(k);
        updateKey();
    }

    private void updateKey() {
        key();
        updateV();
    }

    /** V = HMAC(K, V). */
    private void updateV() {
        load(v);
        block[8] = END;
        block[15] = PADDED_BITS_OF_STATE;
        finish(v);
    }

    /** Takes K as the key of the HMACs that follow. */
    private void key() {
        pad(INNER, inner);
        pad(OUTER, outer);
    }

    private void pad(final int with, final int[] to) {
        for (int i = 0; i < Sha256.STATE; i++) {
            block[i] = k[i] ^ with;
            block[Sha256.STATE + i] = with;
        }
        Sha256.start(to);
        sha.compress(to, block);
    }

    /** Begins the inner hash with 32 bytes. */
    private void load(final int[] bytes) {
        Sha256.copy(inner, state);
        Sha256.copy(bytes, block);
        clear(Sha256.STATE);
    }

    private void clear(final int from) {
        for (int i = from; i < Sha256.BLOCK; i++) {
            block[i] = 0;
        }
    }

    /** Ends the inner hash with the block as it is, and the HMAC. */
    private void finish(final int[] to) {
        sha.compress(state, block);
        Sha256.copy(state, block);
        block[8] = END;
        clear(9);
        block[15] = PADDED_BITS_OF_STATE;
        Sha256.copy(outer, to);
        sha.compress(to, block);
    }

    private static void unpack(final long[] words, final int[] to) {
        for (int i = 0; i < Words.WORDS; i++) {
            to[6 - 2 * i] = (int) (words[i] >>> 32);
            to[7 - 2 * i] = (int) words[i];
        }
    }

    private static void wipe(final int[] words) {
        for (int i = 0; i < words.length; i++) {
            words[i] = 0;
        }
    }
}
