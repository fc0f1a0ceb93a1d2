package io.halfspread.app.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfspread.app.config.ConfigOption;
import io.halfspread.app.config.HalfspreadConfig;
import io.halfspread.app.console.Failure;
import io.halfspread.engine.agent.ThreadPlacement;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThreadPinTest {
    private static final int NO_CORE = 1_000;

    @TempDir
    private Path capture;

    @Test
    void shouldHoldWhenSystemSaysThatThreadRunsThereOnly() {
        final CoreList allowed = MachineFiles.OF_THIS_MACHINE.allowed();
        Assumptions.assumeTrue(allowed.count() > 0);

        final ThreadPin pin = ThreadPin.tried(allowed.lowest());

        assertTrue(pin.holds(), pin::text);
        assertEquals(Integer.toString(allowed.lowest()), pin.allowed().toString());
        assertTrue(pin.thread() > 0);
        assertEquals(allowed.toString(), MachineFiles.OF_THIS_MACHINE.allowed().toString());
    }

    @Test
    void shouldSayWhereThreadRunsWhenItCannotBePutThere() {
        Assumptions.assumeFalse(MachineFiles.OF_THIS_MACHINE.online().has(NO_CORE));

        final ThreadPin pin = ThreadPin.tried(NO_CORE);

        assertFalse(pin.holds());
        assertTrue(pin.text().startsWith("a thread not on core 1000: "), pin::text);
    }

    @Test
    void shouldGiveBackWhatWasNotedBesideCapture() throws IOException {
        final ThreadPin held = new ThreadPin("engine", 4711, 3, CoreList.of("3"), "");
        final ThreadPin lost = new ThreadPin("journal", 4712, 2, CoreList.of("0-1"), "");
        PinnedThreads.add(capture, held);
        PinnedThreads.add(capture, lost);

        final List<ThreadPin> read = PinnedThreads.of(capture);

        assertEquals(
                List.of("engine on core 3, verified", "journal not on core 2: it runs on 0-1"),
                read.stream().map(ThreadPin::text).toList());
        assertEquals(4711, read.get(0).thread());
        assertEquals(List.of(), PinnedThreads.of(capture.resolve("none")));
    }

    @Test
    void shouldTellOfConfiguredRolesOnly() throws InterruptedException {
        final CoreList allowed = MachineFiles.OF_THIS_MACHINE.allowed();
        Assumptions.assumeTrue(allowed.count() > 0);
        final ConfiguredCores cores =
                new ConfiguredCores(config().with(ConfigOption.PIN_ENGINE, Integer.toString(allowed.lowest())));
        final List<ThreadPin> told = new ArrayList<>();
        final ThreadPlacement placement = cores.telling(told::add);
        final Thread thread = new Thread(() -> {
            placement.place("journal");
            placement.place("engine");
        });
        thread.start();
        thread.join();

        assertEquals("engine on core " + allowed.lowest(), cores.text());
        assertEquals(1, told.size());
        assertTrue(told.get(0).holds());
    }

    @Test
    void shouldRefuseCoreThatDoesNotExist() {
        Assumptions.assumeFalse(MachineFiles.OF_THIS_MACHINE.online().has(NO_CORE));

        final Failure failure = assertThrows(
                Failure.class,
                () -> new ConfiguredCores(config().with(ConfigOption.PIN_ENGINE, Integer.toString(NO_CORE))));

        assertTrue(failure.getMessage().startsWith("pin.engine: core 1000 does not exist; accepted: "));
    }

    private static HalfspreadConfig config() {
        return HalfspreadConfig.load(Path.of(System.getProperty("halfspread.home"), "config", "halfspread.yaml"));
    }
}
