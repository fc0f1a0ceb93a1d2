package io.halfspread.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfspread.rules.Modules;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ZeroAllocationTest {
    @TempDir
    private static Path directory;

    private static Path capture;
    private long boxed;

    @BeforeAll
    static void recordSession() {
        capture = directory.resolve("capture");
        ReplayHash.here(
                "--out", capture.toString(), "--drop", "100=" + Modules.home().resolve("config/presets/volatile.json"));
    }

    @Test
    void shouldAllocateNothingWhenEngineIsWarm() {
        final AllocationProbe probe = new AllocationProbe(capture);

        assertEquals(0L, probe.bytesOfEngine());
        assertTrue(probe.inputs() > 2_000);
    }

    @Test
    void shouldAllocateNothingWhenInterpreted() throws Exception {
        final String bytes = ChildJvm.same("-Xint").run(AllocationProbe.class.getName(), List.of(capture.toString()));

        assertEquals("0", bytes.strip());
    }

    @Test
    void shouldSeeAllocationWhenHandlerBoxes() {
        final AllocationProbe probe = new AllocationProbe(capture);
        final Object[] last = {null};

        final long bytes = probe.bytesOf((buffer, offset, length, sequence) -> last[0] = sequence + boxed++);

        assertTrue(bytes >= 16L * (probe.inputs() / 2 - 1), () -> bytes + " bytes");
    }
}
