package io.halfspread.app.doctor;

import io.halfspread.app.config.ConfigOption;
import io.halfspread.app.config.HalfspreadConfig;
import io.halfspread.app.machine.CoreList;
import io.halfspread.app.machine.HostPoint;
import io.halfspread.app.machine.MachineFiles;
import io.halfspread.app.machine.ThreadPin;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;

/** Grades the machine on the points that {@code scripts/tuned-host} sets. Reads only; what is not shown here is no fault. */
public final class MachineCheckUp {
    private static final String UNKNOWN = "not shown here (container, virtual machine or another system)";
    private static final String ADVICE = "; scripts/tuned-host plan shows what to do";
    private static final long OPEN_FILES = 4_096;
    private static final List<ConfigOption> PINS = List.of(
            ConfigOption.PIN_INGRESS,
            ConfigOption.PIN_ENGINE,
            ConfigOption.PIN_EGRESS,
            ConfigOption.PIN_JOURNAL,
            ConfigOption.PIN_SOLVER);

    private final Path home;
    private final HalfspreadConfig config;
    private final MachineFiles machine;
    private final IntFunction<ThreadPin> trial;
    private final List<Finding> findings = new ArrayList<>();

    /**
     * Prepares a check-up.
     *
     * @param home    the project's folder
     * @param config  wiring
     * @param machine its files
     * @param trial   puts some thread on a core and tells how it went
     */
    public MachineCheckUp(
            final Path home,
            final HalfspreadConfig config,
            final MachineFiles machine,
            final IntFunction<ThreadPin> trial) {
        this.trial = trial;
        this.home = home;
        this.config = config;
        this.machine = machine;
    }

    /**
     * Runs all checks.
     *
     * @return findings in a fixed order
     */
    public List<Finding> run() {
        points();
        swap();
        openFiles();
        pins();
        return List.copyOf(findings);
    }

    private void points() {
        try {
            HostPoint.of(home).forEach(this::point);
        } catch (final IOException e) {
            findings.add(Finding.fail("machine", "config/host.points: cannot be read: " + e.getMessage()));
        }
    }

    private void point(final HostPoint point) {
        String seen = null;
        for (final String file : machine.matching(point.files())) {
            final String text = machine.read(file);
            if (text != null) {
                seen = HostPoint.chosen(text);
                if (!point.isRight(seen)) {
                    findings.add(Finding.warn(
                            point.name(),
                            seen + ": " + point.why() + "; right: " + String.join(", ", point.accepted()) + ADVICE));
                    return;
                }
            }
        }
        findings.add(Finding.ok(point.name(), seen == null ? UNKNOWN : seen));
    }

    private void swap() {
        final String swaps = machine.read("proc/swaps");
        final long areas = swaps == null ? 0 : swaps.lines().skip(1).count();
        if (areas > 0) {
            findings.add(Finding.warn(
                    "swap", areas + " areas in use: what is swapped out comes back in milliseconds" + ADVICE));
        } else {
            findings.add(Finding.ok("swap", swaps == null ? UNKNOWN : "off"));
        }
    }

    private void openFiles() {
        final String text = machine.read("proc/self/limits");
        final String limit = text == null
                ? null
                : text.lines()
                        .filter(line -> line.startsWith("Max open files"))
                        .map(line -> line.substring("Max open files".length())
                                .strip()
                                .split("\\s+")[0])
                        .findFirst()
                        .orElse(null);
        if (limit == null) {
            findings.add(Finding.ok("open files", UNKNOWN));
        } else if (limit.matches("\\d{1,18}") && Long.parseLong(limit) < OPEN_FILES) {
            findings.add(Finding.warn(
                    "open files",
                    limit + ": sockets and capture segments need " + OPEN_FILES + " at the worst" + ADVICE));
        } else {
            findings.add(Finding.ok("open files", limit));
        }
    }

    private void pins() {
        final Map<String, Integer> cores = new TreeMap<>();
        for (final ConfigOption option : PINS) {
            if (!config.isNone(option)) {
                cores.put(option.path(), (int) config.integer(option));
            }
        }
        if (cores.isEmpty()) {
            final CoreList own = CoreList.of(machine.member("proc/self/status", "Cpus_allowed_list"));
            final ThreadPin tried = own.count() == 0 ? null : trial.apply(own.lowest());
            findings.add(Finding.ok(
                    "pins",
                    "no thread is put on a core (pin.engine); "
                            + (tried != null && tried.holds() ? "it would work here" : "it would not work here")));
            return;
        }
        final CoreList online = machine.online();
        final CoreList isolated = CoreList.of(machine.read("sys/devices/system/cpu/isolated"));
        cores.forEach((pin, core) -> findings.add(pin(pin, core, online, isolated)));
    }

    private Finding pin(final String pin, final int core, final CoreList online, final CoreList isolated) {
        if (!online.has(core)) {
            return Finding.fail("pins", pin + ": core " + core + " does not exist; there are " + online);
        }
        final ThreadPin tried = trial.apply(core);
        if (!tried.holds()) {
            return Finding.warn(
                    "pins", pin + ": " + tried.text() + "; a control group or taskset around this process forbids it");
        }
        if (config.text(ConfigOption.THREADING).equals("shared")
                && (pin.equals(ConfigOption.PIN_INGRESS.path()) || pin.equals(ConfigOption.PIN_EGRESS.path()))) {
            return Finding.warn(
                    "pins", pin + ": not used with threading: shared, which steps it on the engine's thread");
        }
        if (!isolated.has(core)) {
            return Finding.warn(
                    "pins",
                    pin + ": core " + core
                            + " is shared with other work; isolate it (isolcpus): scripts/tuned-host plan" + " --cores "
                            + core);
        }
        final List<String> interrupts = machine.matching("proc/irq/*/smp_affinity_list").stream()
                .filter(file -> CoreList.of(machine.read(file)).has(core))
                .toList();
        if (!interrupts.isEmpty()) {
            return Finding.warn(
                    "pins",
                    pin + ": " + interrupts.size() + " interrupts may come to core " + core
                            + "; scripts/tuned-host plan --cores " + core);
        }
        return Finding.ok("pins", pin + ": core " + core + ", isolated, off the way of interrupts");
    }
}
