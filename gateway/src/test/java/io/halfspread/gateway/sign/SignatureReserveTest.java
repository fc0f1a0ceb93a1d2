package io.halfspread.gateway.sign;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.ThreadMXBean;
import io.halfspread.codec.action.Signature;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.math.BigInteger;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.agrona.concurrent.UnsafeBuffer;
import org.bouncycastle.math.ec.ECPoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class SignatureReserveTest {
    private static final BigInteger SECRET = new BigInteger("fedcba9876543210", 16);
    private static final int ATTEMPTS = 5;
    private static final int MANY = 18_000;
    private static final int SECRET_BYTES = (Words.WORDS + 2 * Words.LIMBS) * Long.BYTES;
    private static final long[] MARKER = {0x5DEECE66D1234567L};

    @TempDir
    private Path folder;

    private final SigningKey key = SigningKey.of(Oracle.bytes(SECRET));
    private final Random random = new Random(5);
    private final Signature signature = new Signature();

    @Test
    void shouldRehearseWithAKeyOfItsOwnAndNeverRunDry() {
        final SignatureReserve real = new SignatureReserve(key, 4);
        real.prepare(4);
        final SigningKey drawn = SigningKey.drawn();
        final SignatureReserve stage = SignatureReserve.forRehearsal(drawn);
        final DigestSigner signer = new DigestSigner(drawn, stage);
        for (int i = 0; i < 100; i++) {
            final byte[] digest = digest();
            signer.sign(Words.of(new BigInteger(1, digest)), signature);

            assertArrayEquals(drawn.address(), Oracle.recover(digest, signature));
        }
        assertEquals(1, stage.size());
        assertEquals(4, real.size());
        assertFalse(Arrays.equals(key.address(), drawn.address()));
    }

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

    @Test
    void shouldVerifyByAnIndependentLibraryManyTimes() {
        final SignatureReserve reserve = new SignatureReserve(key, 512);
        final DigestSigner signer = new DigestSigner(key, reserve);
        final ECPoint publicKey = Oracle.multiple(SECRET);
        final Set<BigInteger> seen = new HashSet<>();
        for (int i = 0; i < MANY; i++) {
            if (reserve.size() == 0) {
                reserve.prepare(512);
            }
            final byte[] digest = digest();
            signer.sign(Words.of(new BigInteger(1, digest)), signature);
            assertTrue(Oracle.verifies(publicKey, digest, signature), "signature " + i);
            assertTrue(seen.add(Oracle.r(signature)), "signature " + i);
        }
    }

    @Test
    void shouldDrawOtherScalarsWhenTheSourceOfRandomnessIsBroken() {
        final SecureRandom broken = new SecureRandom() {
            @Override
            public void nextBytes(final byte[] bytes) {
                Arrays.fill(bytes, (byte) 7);
            }
        };
        final Set<BigInteger> seen = new HashSet<>();
        for (int lifetime = 0; lifetime < 3; lifetime++) {
            final SignatureReserve reserve = new SignatureReserve(key, 32, broken);
            final DigestSigner signer = new DigestSigner(key, reserve);
            reserve.prepare(32);
            for (int i = 0; i < 32; i++) {
                signer.sign(Words.of(BigInteger.TEN), signature);
                assertTrue(seen.add(Oracle.r(signature)), "number " + i + " of lifetime " + lifetime);
            }
        }
    }

    @Test
    void shouldBeInNoHeapDump() throws IOException {
        final SignatureReserve reserve = new SignatureReserve(key, 8);
        reserve.prepare(8);
        final Path dump = folder.resolve("heap.hprof");
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class).dumpHeap(dump.toString(), true);
        final Commitment commitment = new Commitment();
        final UnsafeBuffer stored = new UnsafeBuffer(new byte[Commitment.STORED]);

        assertTrue(found(dump, MARKER[0]), "the search finds what is there");
        while (reserve.take(commitment)) {
            commitment.store(stored, 0);
            for (int i = 0; i < SECRET_BYTES; i += Long.BYTES) {
                assertFalse(found(dump, stored.getLong(i)), "word " + i / Long.BYTES + " of a prepared signature");
            }
        }
    }

    private static boolean found(final Path file, final long word) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            final MappedByteBuffer bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
            final long reversed = Long.reverseBytes(word);
            for (int i = 0; i <= bytes.limit() - Long.BYTES; i++) {
                final long there = bytes.getLong(i);
                if (there == word || there == reversed) {
                    return true;
                }
            }
            return false;
        }
    }

    private byte[] digest() {
        final byte[] digest = new byte[32];
        random.nextBytes(digest);
        return digest;
    }
}
