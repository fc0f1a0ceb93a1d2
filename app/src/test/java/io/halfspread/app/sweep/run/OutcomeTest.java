package io.halfspread.app.sweep.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class OutcomeTest {
    @Test
    void shouldGiveTheSameBytesWhenReadBack() {
        final Random random = new Random(11);
        for (int i = 0; i < 200; i++) {
            final Outcome outcome = random(random, i, 0);

            final Outcome back = Outcome.decode(outcome.encode());

            assertArrayEquals(outcome.encode(), back.encode());
            assertEquals(outcome.key(), back.key());
            assertEquals(outcome.profit(), back.profit());
            assertArrayEquals(outcome.blockProfit(), back.blockProfit());
        }
    }

    @Test
    void shouldRefuseWhenBytesAreCutOrLonger() {
        final byte[] bytes = random(new Random(5), 3, 1).encode();
        for (int length = 0; length < bytes.length; length++) {
            final byte[] cut = Arrays.copyOf(bytes, length);
            assertThrows(IllegalArgumentException.class, () -> Outcome.decode(cut), "cut at " + length);
        }
        assertThrows(IllegalArgumentException.class, () -> Outcome.decode(Arrays.copyOf(bytes, bytes.length + 1)));
    }

    @Test
    void shouldGiveOneDigestWhateverTheOrder() {
        final Random random = new Random(9);
        final List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            outcomes.add(random(random, i % 10, i / 10));
        }
        final String digest = SweepDigest.of(outcomes);
        Collections.shuffle(outcomes, random);

        assertEquals(digest, SweepDigest.of(outcomes));
        outcomes.set(4, random(random, 4, 7));
        assertNotEquals(digest, SweepDigest.of(outcomes));
    }

    /** An outcome of made-up figures. */
    static Outcome random(final Random random, final long candidate, final int capture) {
        final List<CoinOutcome> coins = new ArrayList<>();
        final int blocks = 1 + random.nextInt(5);
        for (int i = 0; i <= random.nextInt(3); i++) {
            coins.add(new CoinOutcome(
                    "C" + i,
                    new CoinOutcome.Profit(money(random), money(random), money(random), money(random)),
                    new CoinOutcome.Traffic(
                            random.nextInt(99), random.nextInt(9), money(random), random.nextInt(999), 7),
                    new CoinOutcome.Risk(
                            money(random), random.nextDouble(), random.nextDouble(), money(random), money(random)),
                    new CoinOutcome.Market(1_000, 900, 800, 70, 60),
                    new CoinOutcome.Markout(random.nextInt(3), random.nextGaussian()),
                    random.longs(blocks, -1_000_000, 1_000_000).toArray()));
        }
        return new Outcome(
                new CellKey(candidate, capture, 1),
                random.nextLong(),
                60_000_000_000L,
                random.nextInt(1_000_000),
                random.nextLong(),
                money(random),
                coins);
    }

    private static long money(final Random random) {
        return random.nextLong() >> 20;
    }
}
