package io.halfspread.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code scripts/tuned-host} on files that look like those of a machine with four cores. */
final class TunedHostTest {
    private static final String THP = "sys/kernel/mm/transparent_hugepage/enabled";
    private static final String GOVERNOR = "sys/devices/system/cpu/cpu1/cpufreq/scaling_governor";
    private static final String IRQ = "proc/irq/25/smp_affinity_list";

    @TempDir
    private Path root;

    @TempDir
    private Path scratch;

    @Test
    void shouldGradeEachPoint() throws Exception {
        machine();

        final ScriptRun check = run("check", "--cores", "2-3");

        assertEquals(1, check.exitCode(), check.err());
        assertGrade(check, "warn", "isolated cores", "plan says what to add");
        assertGrade(check, "warn", "clock source", "hpet; right: tsc");
        assertGrade(check, "warn", "governor", "powersave");
        assertGrade(check, "warn", "huge pages", "always");
        assertGrade(check, "ok", "swappiness", "1");
        assertGrade(check, "warn", "busy poll", "0");
        assertGrade(check, "warn", "interrupts", "1 of them");
        assertGrade(check, "warn", "swap", "/dev/sdb2");
        assertGrade(check, "warn", "open files", "1024");
    }

    @Test
    void shouldSayThatThereIsNothingToSeeInsteadOfFailing() throws Exception {
        final ScriptRun check = run("check");

        assertEquals(0, check.exitCode(), check.err());
        assertEquals("", check.err());
        assertTrue(check.out().lines().allMatch(line -> line.startsWith("n/a ")), check.out());
        assertTrue(check.out().lines().count() >= 10, check.out());
    }

    @Test
    void shouldPlanExactlyWhatSetDoes() throws Exception {
        machine();
        final Map<String, String> before = files();

        final ScriptRun plan = run("plan", "--cores", "2,3");

        assertEquals(0, plan.exitCode(), plan.err());
        assertEquals(before, files());
        for (final String line : new String[] {
            "echo 'tsc' > /sys/devices/system/clocksource/clocksource0/current_clocksource",
            "echo 'performance' > /" + GOVERNOR,
            "echo 'madvise' > /" + THP,
            "echo '50' > /proc/sys/net/core/busy_poll",
            "echo '0,1' > /" + IRQ,
            "swapoff /dev/sdb2",
            "#   isolcpus=managed_irq,domain,2,3 nohz_full=2,3 rcu_nocbs=2,3 irqaffinity=0,1"
        }) {
            assertTrue(plan.out().lines().anyMatch(line::equals), line + " is not in " + plan.out());
        }

        final ScriptRun set = run("set", "--cores", "2,3");

        assertEquals(
                plan.out().lines().filter(line -> line.startsWith("echo ")).toList(),
                set.out().lines().filter(line -> line.startsWith("echo ")).toList());
    }

    @Test
    void shouldPutBackEveryByteAfterSettingTwice() throws Exception {
        machine();
        final Map<String, String> before = files();

        final ScriptRun set = run("set", "--cores", "2,3");
        assertEquals(0, set.exitCode(), set.err());
        assertEquals("performance\n", text(GOVERNOR));
        assertEquals("0,1\n", text(IRQ));
        assertEquals("madvise\n", text(THP));
        assertTrue(text("etc/security/limits.d/90-halfspread.conf").contains("* hard nofile 65536"));
        assertFalse(before.equals(files()));
        Files.writeString(root.resolve(GOVERNOR), "powersave");
        assertEquals(0, run("set", "--cores", "2,3").exitCode());

        final ScriptRun undo = run("undo");

        assertEquals(0, undo.exitCode(), undo.out());
        assertEquals(before, files());
        assertTrue(run("undo").out().startsWith("nothing to put back"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "grade|accepted: check, plan, set, undo",
                "check plan|two verbs",
                "check --cores 9|core 9 does not exist",
                "check --cores 3-1|accepted: a list",
                "check --cores 1,,2|accepted: a list",
                "check --cores 0-3|no core is left",
                "check --cores|takes a list",
                "--cores 1|a verb is missing"
            })
    void shouldRefuseBadInputInOneLine(final String words, final String part) throws Exception {
        machine();

        final ScriptRun refused = run(words.split(" "));

        assertEquals(2, refused.exitCode());
        assertEquals("", refused.out());
        assertEquals(1, refused.err().lines().count(), refused.err());
        assertTrue(refused.err().contains(part), refused.err());
    }

    private void machine() throws IOException {
        write("sys/devices/system/cpu/online", "0-3\n");
        write("sys/devices/system/cpu/isolated", "\n");
        write("sys/devices/system/clocksource/clocksource0/current_clocksource", "hpet\n");
        write("sys/devices/system/clocksource/clocksource0/available_clocksource", "tsc hpet acpi_pm\n");
        write("sys/devices/system/cpu/cpu0/cpufreq/scaling_governor", "performance\n");
        write(GOVERNOR, "powersave");
        write(THP, "[always] madvise never\n");
        write("proc/sys/vm/swappiness", "1\n");
        write("proc/sys/net/core/busy_poll", "0\n");
        write("proc/irq/24/smp_affinity_list", "0-1\n");
        write(IRQ, "0-3\n");
        write("proc/swaps", "Filename Type Size Used Priority\n/dev/sdb2 partition 8388604 0 -2\n");
        write(
                "proc/self/limits",
                "Limit Soft Hard\nMax open files            1024                 4096                 files\n");
        Files.createDirectories(root.resolve("etc/security/limits.d"));
    }

    private static void assertGrade(final ScriptRun run, final String grade, final String point, final String part) {
        assertTrue(
                run.out()
                        .lines()
                        .anyMatch(line ->
                                line.startsWith(grade + " ") && line.contains("  " + point) && line.contains(part)),
                grade + " " + point + " is not in " + run.out());
    }

    private ScriptRun run(final String... words) throws IOException, InterruptedException {
        final String[] all = new String[words.length + 1];
        all[0] = "tuned-host";
        System.arraycopy(words, 0, all, 1, words.length);
        return ScriptRun.of(scratch, Map.of("HALFSPREAD_SYSROOT", root.toString()), all);
    }

    private Map<String, String> files() throws IOException {
        final Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(root)) {
            for (final Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(root.relativize(file).toString(), Files.readString(file));
            }
        }
        return files;
    }

    private String text(final String file) throws IOException {
        return Files.readString(root.resolve(file));
    }

    private void write(final String file, final String text) throws IOException {
        Files.createDirectories(root.resolve(file).getParent());
        Files.writeString(root.resolve(file), text);
    }
}
