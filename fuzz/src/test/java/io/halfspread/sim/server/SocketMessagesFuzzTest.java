package io.halfspread.sim.server;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.halfspread.fuzz.KeptInputs;
import java.nio.charset.StandardCharsets;

/** Text messages to the simulated venue: each is answered or ends its connection. */
class SocketMessagesFuzzTest {
    @KeptInputs
    @FuzzTest
    void shouldAnswerOrClose(final byte[] text) {
        new DeskRig().send(new String(text, StandardCharsets.UTF_8));
    }
}
