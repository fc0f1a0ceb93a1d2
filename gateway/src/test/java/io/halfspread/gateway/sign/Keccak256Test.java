package io.halfspread.gateway.sign;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Random;
import org.agrona.concurrent.UnsafeBuffer;
import org.bouncycastle.crypto.digests.KeccakDigest;
import org.junit.jupiter.api.Test;

final class Keccak256Test {
    @Test
    void shouldGiveThePublishedDigestsWhenInputIsShort() {
        assertEquals("c5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470", hex(""));
        assertEquals("4e03657aea45a94fc7d47ba826c8d667c0d1e6e33a64a036ec44f58fa12d6c45", hex("abc"));
    }

    @Test
    void shouldEqualTheOracleWhenLengthAndCutsVary() {
        final Random random = new Random(1);
        final Keccak256 hash = new Keccak256();
        for (int length = 0; length < 500; length++) {
            final byte[] input = new byte[length];
            random.nextBytes(input);
            final int first = length == 0 ? 0 : random.nextInt(length);

            hash.reset();
            hash.update(new UnsafeBuffer(input), 0, first);
            hash.update(new UnsafeBuffer(input), first, length - first);
            final long[] digest = new long[4];
            hash.digest(digest);

            assertArrayEquals(Words.of(new BigInteger(1, oracle(input))), digest, "length " + length);
            assertArrayEquals(oracle(input), Keccak256.of(input));
        }
    }

    @Test
    void shouldTakeNumbersBigEndianAtAnyPlace() {
        for (int lead = 0; lead < 20; lead++) {
            final Keccak256 hash = new Keccak256();
            final byte[] input = new byte[lead + 8];
            new UnsafeBuffer(input).putLong(lead, 0x0102030405060708L, java.nio.ByteOrder.BIG_ENDIAN);
            hash.update(new byte[lead]);
            hash.update(0x0102030405060708L);
            final long[] digest = new long[4];
            hash.digest(digest);

            assertArrayEquals(Words.of(new BigInteger(1, oracle(input))), digest);
        }
    }

    private static String hex(final String text) {
        return HexFormat.of().formatHex(Keccak256.of(text.getBytes(StandardCharsets.US_ASCII)));
    }

    private static byte[] oracle(final byte[] input) {
        final KeccakDigest digest = new KeccakDigest(256);
        digest.update(input, 0, input.length);
        final byte[] out = new byte[32];
        digest.doFinal(out, 0);
        return out;
    }
}
