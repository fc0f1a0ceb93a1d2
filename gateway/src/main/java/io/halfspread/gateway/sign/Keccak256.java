package io.halfspread.gateway.sign;

import io.halfspread.codec.contract.ColdPath;
import io.halfspread.codec.contract.HotPath;
import java.nio.ByteOrder;
import org.agrona.DirectBuffer;

/**
 * Keccak-256 as Ethereum uses it: the padding of the original submission, not that of SHA-3. Begin with {@link #reset()},
 * add input, take the digest. Allocates nothing after construction. For one thread. Source: the Keccak reference, version
 * 3.0.
 */
@HotPath
public final class Keccak256 {
    /** Bytes of a digest. */
    public static final int LENGTH = 32;

    private static final int RATE = 136;
    private static final int WORDS = 4;

    private static final long[] ROUND_CONSTANTS = {
        0x0000000000000001L, 0x0000000000008082L, 0x800000000000808AL, 0x8000000080008000L,
        0x000000000000808BL, 0x0000000080000001L, 0x8000000080008081L, 0x8000000000008009L,
        0x000000000000008AL, 0x0000000000000088L, 0x0000000080008009L, 0x000000008000000AL,
        0x000000008000808BL, 0x800000000000008BL, 0x8000000000008089L, 0x8000000000008003L,
        0x8000000000008002L, 0x8000000000000080L, 0x000000000000800AL, 0x800000008000000AL,
        0x8000000080008081L, 0x8000000000008080L, 0x0000000080000001L, 0x8000000080008008L
    };

    private final long[] state = new long[25];
    private int at;

    /** Creates an empty hash. */
    public Keccak256() {}

    /** Forgets all input. */
    public void reset() {
        for (int i = 0; i < state.length; i++) {
            state[i] = 0;
        }
        at = 0;
    }

    /**
     * Adds bytes.
     *
     * @param buffer holds them
     * @param offset index of the first
     * @param length number of bytes
     */
    public void update(final DirectBuffer buffer, final int offset, final int length) {
        final int end = offset + length;
        int from = offset;
        while (from < end && (at & 7) != 0) {
            update(buffer.getByte(from++));
        }
        for (; end - from >= Long.BYTES; from += Long.BYTES) {
            state[at >> 3] ^= buffer.getLong(from, ByteOrder.LITTLE_ENDIAN);
            advance(Long.BYTES);
        }
        while (from < end) {
            update(buffer.getByte(from++));
        }
    }

    /**
     * Adds bytes.
     *
     * @param bytes the bytes
     */
    public void update(final byte[] bytes) {
        for (int i = 0; i < bytes.length; i++) {
            update(bytes[i]);
        }
    }

    /**
     * Adds one byte.
     *
     * @param value the byte
     */
    public void update(final byte value) {
        state[at >> 3] ^= (value & 0xFFL) << 8 * (at & 7);
        advance(1);
    }

    /**
     * Adds a number of 64 bits, big endian.
     *
     * @param value the number
     */
    public void update(final long value) {
        final long lane = Long.reverseBytes(value);
        final int used = at & 7;
        state[at >> 3] ^= lane << 8 * used;
        advance(Long.BYTES - used);
        if (used > 0) {
            state[at >> 3] ^= lane >>> 8 * (Long.BYTES - used);
            at += used;
        }
    }

    /**
     * Adds a number of 256 bits, big endian.
     *
     * @param words its 4 words, the least significant first
     */
    public void update(final long[] words) {
        for (int i = WORDS - 1; i >= 0; i--) {
            update(words[i]);
        }
    }

    private void advance(final int bytes) {
        at += bytes;
        if (at == RATE) {
            permute();
            at = 0;
        }
    }

    /**
     * Ends the input and gives the digest as a big-endian number. Reset before the next use.
     *
     * @param words takes 4 words, the least significant first
     */
    public void digest(final long[] words) {
        finish();
        for (int i = 0; i < WORDS; i++) {
            words[i] = Long.reverseBytes(state[WORDS - 1 - i]);
        }
    }

    private void finish() {
        state[at >> 3] ^= 1L << 8 * (at & 7);
        state[RATE / Long.BYTES - 1] ^= Long.MIN_VALUE;
        permute();
    }

    /**
     * Hashes bytes.
     *
     * @param parts the bytes, one part after the other
     * @return 32 bytes
     */
    @ColdPath("allocates its result")
    public static byte[] of(final byte[]... parts) {
        final Keccak256 hash = new Keccak256();
        for (final byte[] part : parts) {
            hash.update(part);
        }
        hash.finish();
        final byte[] digest = new byte[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            digest[i] = (byte) (hash.state[i >> 3] >>> 8 * (i & 7));
        }
        return digest;
    }

    private void permute() {
        final long[] a = state;
        long a0 = a[0];
        long a1 = a[1];
        long a2 = a[2];
        long a3 = a[3];
        long a4 = a[4];
        long a5 = a[5];
        long a6 = a[6];
        long a7 = a[7];
        long a8 = a[8];
        long a9 = a[9];
        long a10 = a[10];
        long a11 = a[11];
        long a12 = a[12];
        long a13 = a[13];
        long a14 = a[14];
        long a15 = a[15];
        long a16 = a[16];
        long a17 = a[17];
        long a18 = a[18];
        long a19 = a[19];
        long a20 = a[20];
        long a21 = a[21];
        long a22 = a[22];
        long a23 = a[23];
        long a24 = a[24];
        for (int round = 0; round < 24; round++) {
            final long c0 = a0 ^ a5 ^ a10 ^ a15 ^ a20;
            final long c1 = a1 ^ a6 ^ a11 ^ a16 ^ a21;
            final long c2 = a2 ^ a7 ^ a12 ^ a17 ^ a22;
            final long c3 = a3 ^ a8 ^ a13 ^ a18 ^ a23;
            final long c4 = a4 ^ a9 ^ a14 ^ a19 ^ a24;
            final long d0 = c4 ^ Long.rotateLeft(c1, 1);
            final long d1 = c0 ^ Long.rotateLeft(c2, 1);
            final long d2 = c1 ^ Long.rotateLeft(c3, 1);
            final long d3 = c2 ^ Long.rotateLeft(c4, 1);
            final long d4 = c3 ^ Long.rotateLeft(c0, 1);
            final long b0 = a0 ^ d0;
            final long b1 = Long.rotateLeft(a6 ^ d1, 44);
            final long b2 = Long.rotateLeft(a12 ^ d2, 43);
            final long b3 = Long.rotateLeft(a18 ^ d3, 21);
            final long b4 = Long.rotateLeft(a24 ^ d4, 14);
            final long b5 = Long.rotateLeft(a3 ^ d3, 28);
            final long b6 = Long.rotateLeft(a9 ^ d4, 20);
            final long b7 = Long.rotateLeft(a10 ^ d0, 3);
            final long b8 = Long.rotateLeft(a16 ^ d1, 45);
            final long b9 = Long.rotateLeft(a22 ^ d2, 61);
            final long b10 = Long.rotateLeft(a1 ^ d1, 1);
            final long b11 = Long.rotateLeft(a7 ^ d2, 6);
            final long b12 = Long.rotateLeft(a13 ^ d3, 25);
            final long b13 = Long.rotateLeft(a19 ^ d4, 8);
            final long b14 = Long.rotateLeft(a20 ^ d0, 18);
            final long b15 = Long.rotateLeft(a4 ^ d4, 27);
            final long b16 = Long.rotateLeft(a5 ^ d0, 36);
            final long b17 = Long.rotateLeft(a11 ^ d1, 10);
            final long b18 = Long.rotateLeft(a17 ^ d2, 15);
            final long b19 = Long.rotateLeft(a23 ^ d3, 56);
            final long b20 = Long.rotateLeft(a2 ^ d2, 62);
            final long b21 = Long.rotateLeft(a8 ^ d3, 55);
            final long b22 = Long.rotateLeft(a14 ^ d4, 39);
            final long b23 = Long.rotateLeft(a15 ^ d0, 41);
            final long b24 = Long.rotateLeft(a21 ^ d1, 2);
            a0 = b0 ^ ~b1 & b2 ^ ROUND_CONSTANTS[round];
            a1 = b1 ^ ~b2 & b3;
            a2 = b2 ^ ~b3 & b4;
            a3 = b3 ^ ~b4 & b0;
            a4 = b4 ^ ~b0 & b1;
            a5 = b5 ^ ~b6 & b7;
            a6 = b6 ^ ~b7 & b8;
            a7 = b7 ^ ~b8 & b9;
            a8 = b8 ^ ~b9 & b5;
            a9 = b9 ^ ~b5 & b6;
            a10 = b10 ^ ~b11 & b12;
            a11 = b11 ^ ~b12 & b13;
            a12 = b12 ^ ~b13 & b14;
            a13 = b13 ^ ~b14 & b10;
            a14 = b14 ^ ~b10 & b11;
            a15 = b15 ^ ~b16 & b17;
            a16 = b16 ^ ~b17 & b18;
            a17 = b17 ^ ~b18 & b19;
            a18 = b18 ^ ~b19 & b15;
            a19 = b19 ^ ~b15 & b16;
            a20 = b20 ^ ~b21 & b22;
            a21 = b21 ^ ~b22 & b23;
            a22 = b22 ^ ~b23 & b24;
            a23 = b23 ^ ~b24 & b20;
            a24 = b24 ^ ~b20 & b21;
        }
        a[0] = a0;
        a[1] = a1;
        a[2] = a2;
        a[3] = a3;
        a[4] = a4;
        a[5] = a5;
        a[6] = a6;
        a[7] = a7;
        a[8] = a8;
        a[9] = a9;
        a[10] = a10;
        a[11] = a11;
        a[12] = a12;
        a[13] = a13;
        a[14] = a14;
        a[15] = a15;
        a[16] = a16;
        a[17] = a17;
        a[18] = a18;
        a[19] = a19;
        a[20] = a20;
        a[21] = a21;
        a[22] = a22;
        a[23] = a23;
        a[24] = a24;
    }
}
