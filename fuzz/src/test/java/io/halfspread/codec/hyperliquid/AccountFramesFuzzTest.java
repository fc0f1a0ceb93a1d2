package io.halfspread.codec.hyperliquid;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.halfspread.fuzz.KeptInputs;

/** Frames of the account streams. */
class AccountFramesFuzzTest {
    private final FrameCheck frames = new FrameCheck();

    @KeptInputs
    @FuzzTest
    void shouldDecodeOrRefuse(final byte[] frame) {
        frames.check(frame);
    }
}
