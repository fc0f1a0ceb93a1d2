package io.halfspread.app.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineFilesTest {
    @TempDir
    private Path root;

    @Test
    void shouldReadWholeSettingOfKernel() throws IOException {
        final Path setting = Path.of("/proc/sys/kernel/pid_max");
        Assumptions.assumeTrue(Files.isReadable(setting));
        final String expected;
        try (BufferedReader reader = Files.newBufferedReader(setting)) {
            expected = reader.readLine();
        }

        assertTrue(expected.length() > 1);
        assertEquals(expected, MachineFiles.OF_THIS_MACHINE.read("proc/sys/kernel/pid_max"));
    }

    @Test
    void shouldFindFilesByPattern() throws IOException {
        write("sys/cpu/cpu0/governor", "powersave");
        write("sys/cpu/cpu1/governor", "performance");
        write("sys/cpu/online", "0-1");
        final MachineFiles files = new MachineFiles(root);

        assertEquals(
                List.of("sys/cpu/cpu0/governor", "sys/cpu/cpu1/governor"), files.matching("sys/cpu/cpu*/governor"));
        assertEquals(List.of("sys/cpu/online"), files.matching("sys/cpu/online"));
        assertEquals(List.of(), files.matching("sys/none/cpu*/governor"));
    }

    @Test
    void shouldGiveNullWhenThereIsNothing() throws IOException {
        write("proc/self/status", "Name:\tjava\nCpus_allowed_list:\t0-1\n");
        final MachineFiles files = new MachineFiles(root);

        assertNull(files.read("proc/swaps"));
        assertNull(files.member("proc/swaps", "x"));
        assertNull(files.member("proc/self/status", "Cpus"));
        assertEquals("0-1", files.member("proc/self/status", "Cpus_allowed_list"));
        assertEquals(0, files.threadId());
        assertEquals(0, files.allowed().count());
    }

    @Test
    void shouldCountIsolatedCoresAsOnline() throws IOException {
        write("sys/devices/system/cpu/online", "0-7\n");

        assertEquals("0-7", new MachineFiles(root).online().toString());
    }

    private void write(final String file, final String text) throws IOException {
        Files.createDirectories(root.resolve(file).getParent());
        Files.writeString(root.resolve(file), text);
    }
}
