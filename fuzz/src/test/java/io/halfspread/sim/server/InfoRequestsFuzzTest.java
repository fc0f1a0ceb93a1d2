package io.halfspread.sim.server;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.halfspread.fuzz.KeptInputs;
import java.nio.charset.StandardCharsets;

/** Bodies of queries to the simulated venue: each is answered, none is the end of it. */
class InfoRequestsFuzzTest {
    @KeptInputs
    @FuzzTest
    void shouldAnswer(final byte[] body) {
        new DeskRig().post("/info", new String(body, StandardCharsets.UTF_8));
    }
}
