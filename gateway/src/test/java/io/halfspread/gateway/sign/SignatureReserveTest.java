package io.halfspread.gateway.sign;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.halfspread.codec.action.Signature;
import java.lang.management.ManagementFactory;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class SignatureReserveTest {
    private static final BigInteger SECRET = new BigInteger("fedcba9876543210", 16);
    private static final int ATTEMPTS = 5;

    private final SigningKey key = SigningKey.of(Oracle.bytes(SECRET));
    private final Random random = new Random(5);
    private final Signature signature = new Signature();

    @Test
    void shouldSignValidlyWithAScalarOfItsOwnEachTime() {
        final SignatureReserve reserve = new SignatureReserve(key, 64);
        final DigestSigner signer = new DigestSigner(key, reserve);
        final Set<BigInteger> seen = new HashSet<>();
        assertEquals(64, reserve.prepare(1_000));
        final byte[] digest = digest();
        for (int i = 0; i < 64; i++) {
            signer.sign(Words.of(new BigInteger(1, digest)), signature);

            assertTrue(Oracle.verifies(SECRET, digest, signature));
            assertArrayEquals(key.address(), Oracle.recover(digest, signature));
            assertTrue(Oracle.s(signature).compareTo(ScalarArithmetic.N.shiftRight(1)) <= 0);
            assertTrue(seen.add(Oracle.r(signature)), "r is used once");
        }
        assertEquals(0, reserve.size());
    }

    @Test
    void shouldSignDeterministicallyWhenTheReserveIsEmptyOrClosed() {
        final SignatureReserve reserve = new SignatureReserve(key, 3);
        final DigestSigner signer = new DigestSigner(key, reserve);
        final byte[] digest = digest();
        final BigInteger expected = Oracle.sign(SECRET, digest)[0];

        signer.sign(Words.of(new BigInteger(1, digest)), signature);
        assertEquals(expected, Oracle.r(signature));
        assertEquals(2, reserve.prepare(2));
        assertEquals(2, reserve.prepare(9));
        assertEquals(0, reserve.prepare(9));
        assertEquals(4, reserve.size());
        reserve.close();
        signer.sign(Words.of(new BigInteger(1, digest)), signature);
        assertEquals(expected, Oracle.r(signature));
        key.close();
        assertEquals(0, reserve.prepare(1));
        assertThrows(IllegalArgumentException.class, () -> new SignatureReserve(key, 0));
    }

    @Test
    void shouldHandOverWholeSignaturesWhenAnotherThreadPrepares() throws InterruptedException {
        final SignatureReserve reserve = new SignatureReserve(key, 4);
        final DigestSigner signer = new DigestSigner(key, reserve);
        final AtomicBoolean stop = new AtomicBoolean();
        final Thread preparer = new Thread(() -> {
            while (!stop.get()) {
                if (reserve.prepare(4) == 0) {
                    Thread.onSpinWait();
                }
            }
        });
        preparer.start();
        final Set<BigInteger> seen = new HashSet<>();
        try {
            for (int i = 0; i < 150; i++) {
                final byte[] digest = digest();
                signer.sign(Words.of(new BigInteger(1, digest)), signature);
                assertTrue(Oracle.verifies(SECRET, digest, signature), "signature " + i);
                assertTrue(seen.add(Oracle.r(signature)));
            }
        } finally {
            stop.set(true);
            preparer.join();
        }
    }

    @Test
    void shouldAllocateNothingOnceWarm() {
        final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        final SignatureReserve reserve = new SignatureReserve(key, 256);
        final DigestSigner signer = new DigestSigner(key, reserve);
        final long[] digest = Words.of(new BigInteger(1, digest()));
        long allocated = Long.MAX_VALUE;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            reserve.prepare(256);
            final long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < 256; i++) {
                signer.sign(digest, signature);
            }
            allocated = Math.min(allocated, threads.getCurrentThreadAllocatedBytes() - before);
        }

        assertEquals(0, allocated);
        assertEquals(0, reserve.size());
    }

    private byte[] digest() {
        final byte[] digest = new byte[32];
        random.nextBytes(digest);
        return digest;
    }
}
