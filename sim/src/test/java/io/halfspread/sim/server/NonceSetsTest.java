package io.halfspread.sim.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class NonceSetsTest {
    private static final long NOW_MS = 1_790_000_000_000L;
    private static final long DAY_MS = 24L * 3600 * 1000;
    private static final int KEPT = 100;

    private final NonceSets nonces = new NonceSets();

    @Test
    void shouldTakeANonceOnceOfEachSigner() {
        assertNull(take("a", NOW_MS));
        assertTrue(take("a", NOW_MS).contains("duplicate nonce"));
        assertNull(take("b", NOW_MS));
    }

    @Test
    void shouldTakeNoncesInAnyOrderAboveTheSmallestOfAFullSet() {
        for (int i = 0; i < KEPT; i++) {
            assertNull(take("a", NOW_MS + 2L * i));
        }
        assertTrue(take("a", NOW_MS - 1).contains("below the stored set, smallest " + NOW_MS));
        assertNull(take("a", NOW_MS + 1));
        assertTrue(take("a", NOW_MS).contains("below the stored set, smallest " + (NOW_MS + 1)));
        assertTrue(take("a", NOW_MS + 1).contains("duplicate"));
    }

    @Test
    void shouldTakeOldNoncesWhileTheSetIsNotFull() {
        for (int i = 1; i < KEPT; i++) {
            assertNull(take("a", NOW_MS + i));
        }
        assertNull(take("a", NOW_MS - 5));
        assertTrue(take("a", NOW_MS - 6).contains("below the stored set"));
    }

    @Test
    void shouldTakeNoncesWithinTwoDaysBeforeAndOneAfter() {
        assertNull(take("a", NOW_MS - 2 * DAY_MS + 1));
        assertNull(take("a", NOW_MS + DAY_MS - 1));
        assertTrue(take("a", NOW_MS - 2 * DAY_MS).contains("not within two days before and one day after"));
        assertTrue(take("a", NOW_MS + DAY_MS).contains("not within two days before and one day after"));
    }

    @Test
    void shouldKnowNothingOfASignerThatIsForgotten() {
        assertNull(take("a", NOW_MS));
        nonces.forget("a");
        assertNull(take("a", NOW_MS));
        assertEquals("Invalid nonce: duplicate nonce " + NOW_MS, take("a", NOW_MS));
    }

    private String take(final String signer, final long nonce) {
        return nonces.refusal(signer, nonce, NOW_MS);
    }
}
