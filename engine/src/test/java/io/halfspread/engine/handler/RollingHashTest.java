package io.halfspread.engine.handler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import net.jpountz.xxhash.XXHash64;
import net.jpountz.xxhash.XXHashFactory;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

class RollingHashTest {
    @Test
    void shouldEqualTheReferenceXxh64() {
        final XXHash64 reference = XXHashFactory.safeInstance().hash64();
        final SplittableRandom random = new SplittableRandom(1);
        for (int length = 0; length < 300; length++) {
            final byte[] bytes = new byte[length];
            random.nextBytes(bytes);
            final long seed = random.nextLong();

            final long hash = RollingHash.hash(new UnsafeBuffer(bytes), 0, length, seed);

            assertEquals(reference.hash(bytes, 0, length, seed), hash);
        }
        assertEquals(0xEF46DB3751D8E999L, RollingHash.hash(new UnsafeBuffer(new byte[0]), 0, 0, 0));
    }

    @Test
    void shouldChangeWithEveryByteAndWithTheOrder() {
        final UnsafeBuffer buffer = new UnsafeBuffer(new byte[100]);
        final Set<Long> seen = new HashSet<>();
        for (int length = 1; length <= 100; length++) {
            for (int at = 0; at < length; at++) {
                buffer.putByte(at, (byte) 1);
                seen.add(RollingHash.hash(buffer, 0, length, 0));
                buffer.putByte(at, (byte) 0);
            }
        }
        final RollingHash forward = new RollingHash();
        final RollingHash backward = new RollingHash();
        buffer.putByte(60, (byte) 9);

        forward.update(buffer, 0, 50);
        forward.update(buffer, 50, 50);
        backward.update(buffer, 50, 50);
        backward.update(buffer, 0, 50);

        assertEquals(5050, seen.size());
        assertNotEquals(forward.value(), backward.value());
    }
}
