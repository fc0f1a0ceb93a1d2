package io.halfspread.app.rehearsal;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class WarmUpTest {
    private static final long MS = 1_000_000;

    private long nowNs;

    @Test
    void shouldEndInTimeAndSayWhatItDid() {
        final String line = WarmUp.run(100 * MS, () -> nowNs += MS);
        assertTrue(line.startsWith("Warm-up: 100 made-up frames decoded, quoted and signed in 100 ms"), line);
    }
}
