package io.halfspread.app.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfspread.app.config.ConfigOption;
import io.halfspread.app.config.HalfspreadConfig;
import io.halfspread.app.machine.CoreList;
import io.halfspread.app.machine.MachineFiles;
import io.halfspread.app.machine.ThreadPin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineCheckUpTest {
    private static final Path HOME = Path.of(System.getProperty("halfspread.home"));

    @TempDir
    private Path root;

    @Test
    void shouldFindNoFaultWithMachineThatShowsNothing() {
        assertTrue(run(config()).stream().allMatch(finding -> finding.grade() == Grade.OK));
    }

    @Test
    void shouldNameWhatIsWrongAndWhatIsRight() throws IOException {
        write("sys/devices/system/cpu/cpu0/cpufreq/scaling_governor", "performance");
        write("sys/devices/system/cpu/cpu1/cpufreq/scaling_governor", "powersave");
        write("sys/kernel/mm/transparent_hugepage/enabled", "[always] madvise never");
        write("proc/sys/net/core/busy_poll", "0");
        write("proc/swaps", "Filename Type Size Used Priority\n/dev/sdb2 partition 1 0 -2\n");
        write("proc/self/limits", "Max open files            1024                 4096                 files\n");

        assertWarns("governor", "powersave: ", "right: performance; scripts/tuned-host plan");
        assertWarns("huge pages", "always: ", "right: madvise, never");
        assertWarns("busy poll", "0: ", "right: 50, >0");
        assertWarns("swap", "1 areas in use", "scripts/tuned-host plan");
        assertWarns("open files", "1024: ", "4096");
    }

    @Test
    void shouldAcceptWhatTunedHostSets() throws IOException {
        write("sys/devices/system/cpu/cpu0/cpufreq/scaling_governor", "performance");
        write("sys/kernel/mm/transparent_hugepage/enabled", "always [madvise] never");
        write("proc/sys/net/core/busy_poll", "25");
        write("proc/swaps", "Filename Type Size Used Priority\n");
        write("proc/self/limits", "Max open files            65536                 65536                 files\n");

        assertTrue(run(config()).stream().allMatch(finding -> finding.grade() == Grade.OK));
    }

    @Test
    void shouldGradePinsByIsolationAndInterrupts() throws IOException {
        write("sys/devices/system/cpu/online", "0-3");
        write("sys/devices/system/cpu/isolated", "3");
        write("proc/irq/24/smp_affinity_list", "0-1");
        write("proc/irq/25/smp_affinity_list", "0-2");

        assertEquals("OK pin.engine: core 3, isolated, off the way of interrupts", pins("3", "dedicated"));
        assertTrue(
                pins("1", "dedicated").startsWith("WARN pin.engine: core 1 is shared"), () -> pins("1", "dedicated"));
        assertTrue(pins("9", "dedicated").startsWith("FAIL pin.engine: core 9 does not exist; there are 0-3"));

        write("proc/irq/25/smp_affinity_list", "0-3");
        assertTrue(pins("3", "shared").startsWith("WARN pin.engine: 1 interrupts may come to core 3"));
    }

    @Test
    void shouldWarnWhenSystemDoesNotLetThreadsOntoTheirCores() throws IOException {
        write("sys/devices/system/cpu/online", "0-3");
        final List<Finding> findings = new MachineCheckUp(
                        HOME,
                        config().with(ConfigOption.PIN_ENGINE, "3"),
                        new MachineFiles(root),
                        core -> new ThreadPin("a thread", 1, core, CoreList.of("0-1"), "not permitted"))
                .run();

        assertTrue(
                text(findings).startsWith("WARN pin.engine: a thread not on core 3: it runs on 0-1 (not permitted)"));
    }

    private void assertWarns(final String check, final String... parts) {
        final Finding found = run(config()).stream()
                .filter(finding -> finding.check().equals(check))
                .findFirst()
                .orElseThrow();
        assertEquals(Grade.WARN, found.grade());
        for (final String part : parts) {
            assertTrue(found.text().contains(part), found.text());
        }
    }

    private String pins(final String core, final String threading) {
        return text(run(config().with(ConfigOption.PIN_ENGINE, core).with(ConfigOption.THREADING, threading)));
    }

    private static String text(final List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.check().equals("pins"))
                .map(finding -> finding.grade() + " " + finding.text())
                .findFirst()
                .orElseThrow();
    }

    private List<Finding> run(final HalfspreadConfig config) {
        return new MachineCheckUp(
                        HOME,
                        config,
                        new MachineFiles(root),
                        core -> new ThreadPin("a thread", 1, core, CoreList.of(Integer.toString(core)), ""))
                .run();
    }

    private static HalfspreadConfig config() {
        return HalfspreadConfig.load(HOME.resolve("config/halfspread.yaml"));
    }

    private void write(final String file, final String text) throws IOException {
        Files.createDirectories(root.resolve(file).getParent());
        Files.writeString(root.resolve(file), text + "\n");
    }
}
