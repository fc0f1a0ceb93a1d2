package io.halfspread.engine.handler;

import io.halfspread.codec.contract.HotPath;
import io.halfspread.codec.memory.MemoryWords;
import org.agrona.DirectBuffer;

/**
 * A 64-bit hash that covers every message so far: XXH64 of each message, seeded with the hash before it. Source: the xxHash
 * specification, version 0.1.1. Not thread safe.
 */
@HotPath
public final class RollingHash {
    private static final long P1 = 0x9E3779B185EBCA87L;
    private static final long P2 = 0xC2B2AE3D27D4EB4FL;
    private static final long P3 = 0x165667B19E3779F9L;
    private static final long P4 = 0x85EBCA77C2B2AE63L;
    private static final long P5 = 0x27D4EB2F165667C5L;

    private long value;

    /**
     * The hash of everything so far.
     *
     * @return 64 bits, 0 before the first message
     */
    public long value() {
        return value;
    }

    /**
     * Covers one more message.
     *
     * @param buffer holds the message
     * @param offset index of its first byte
     * @param length bytes
     */
    public void update(final DirectBuffer buffer, final int offset, final int length) {
        value = hash(buffer, offset, length, value);
    }

    /**
     * XXH64.
     *
     * @param buffer holds the bytes
     * @param offset index of the first
     * @param length bytes
     * @param seed   seed
     * @return the hash
     */
    public static long hash(final DirectBuffer buffer, final int offset, final int length, final long seed) {
        buffer.boundsCheck(offset, length);
        return hash(buffer.byteArray(), buffer.addressOffset() + offset, length, seed);
    }

    private static long hash(final byte[] array, final long address, final int length, final long seed) {
        int at = 0;
        long h = seed + P5;
        if (length >= 32) {
            long v1 = seed + P1 + P2;
            long v2 = seed + P2;
            long v3 = seed;
            long v4 = seed - P1;
            for (; at <= length - 32; at += 32) {
                v1 = round(v1, MemoryWords.longAt(array, address + at));
                v2 = round(v2, MemoryWords.longAt(array, address + at + 8));
                v3 = round(v3, MemoryWords.longAt(array, address + at + 16));
                v4 = round(v4, MemoryWords.longAt(array, address + at + 24));
            }
            h = Long.rotateLeft(v1, 1) + Long.rotateLeft(v2, 7) + Long.rotateLeft(v3, 12) + Long.rotateLeft(v4, 18);
            h = merge(h, v1);
            h = merge(h, v2);
            h = merge(h, v3);
            h = merge(h, v4);
        }
        h += length;
        for (; at <= length - 8; at += 8) {
            h = Long.rotateLeft(h ^ round(0, MemoryWords.longAt(array, address + at)), 27) * P1 + P4;
        }
        if (at <= length - 4) {
            h = Long.rotateLeft(h ^ (MemoryWords.intAt(array, address + at) & 0xFFFFFFFFL) * P1, 23) * P2 + P3;
            at += 4;
        }
        for (; at < length; at++) {
            h = Long.rotateLeft(h ^ (MemoryWords.byteAt(array, address + at) & 0xFF) * P5, 11) * P1;
        }
        h = (h ^ h >>> 33) * P2;
        h = (h ^ h >>> 29) * P3;
        return h ^ h >>> 32;
    }

    private static long round(final long accumulator, final long input) {
        return Long.rotateLeft(accumulator + input * P2, 31) * P1;
    }

    private static long merge(final long h, final long accumulator) {
        return (h ^ round(0, accumulator)) * P1 + P4;
    }
}
