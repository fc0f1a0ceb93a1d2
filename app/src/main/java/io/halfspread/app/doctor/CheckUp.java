package io.halfspread.app.doctor;

import io.halfspread.app.config.ConfigOption;
import io.halfspread.app.config.HalfspreadConfig;
import io.halfspread.app.machine.MachineFiles;
import io.halfspread.app.machine.ThreadPin;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Checks of the JVM, its flags, the machine and the configuration, each with a grade. Reads only. */
public final class CheckUp {
    private static final int OLDEST_JAVA = 17;
    private static final int HOT_THREADS = 4;
    private static final long SLOWEST_STREAM_MS = 540;
    private static final long SLOWEST_PLAIN_STREAM_MS = 5_000;
    private static final long LITTLE_DISK = 1L << 30;

    private final Path home;
    private final HalfspreadConfig config;
    private final Path machine;
    private final List<Finding> findings = new ArrayList<>();

    /**
     * Prepares a check-up.
     *
     * @param home    the project's folder
     * @param config  wiring
     * @param machine root of the files that describe the machine: / but for tests
     */
    public CheckUp(final Path home, final HalfspreadConfig config, final Path machine) {
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
        java();
        flags();
        cores();
        findings.addAll(new JvmCheckUp().run());
        findings.addAll(new MachineCheckUp(home, config, new MachineFiles(machine), ThreadPin::tried).run());
        captureFolder();
        staleLimit();
        limits();
        return List.copyOf(findings);
    }

    private void java() {
        final int feature = Runtime.version().feature();
        final String text = System.getProperty("java.vm.name") + " " + Runtime.version();
        findings.add(
                feature < OLDEST_JAVA
                        ? Finding.fail("java", text + ": a JDK 17 or later is needed")
                        : Finding.ok("java", text));
    }

    private void flags() {
        final List<String> inForce = ManagementFactory.getRuntimeMXBean().getInputArguments();
        final List<String> missing = new ArrayList<>();
        try {
            for (final String line : Files.readAllLines(home.resolve("config/jvm.options"))) {
                final String flag = line.strip();
                if (!flag.isEmpty() && !flag.startsWith("#") && !inForce.contains(flag)) {
                    missing.add(flag);
                }
            }
        } catch (final IOException e) {
            findings.add(Finding.fail("flags", home.resolve("config/jvm.options") + ": cannot be read"));
            return;
        }
        findings.add(
                missing.isEmpty()
                        ? Finding.ok("flags", "all of config/jvm.options are in force")
                        : Finding.fail(
                                "flags",
                                "not in force: " + String.join(" ", missing) + "; start with scripts/halfspread"));
        if (inForce.contains("-Xint")) {
            findings.add(Finding.warn("compiler", "-Xint: interpreted, ten times slower"));
        }
    }

    private void cores() {
        final int cores = Runtime.getRuntime().availableProcessors();
        final String threading = config.text(ConfigOption.THREADING);
        findings.add(
                threading.equals("dedicated") && cores < HOT_THREADS + 1
                        ? Finding.warn(
                                "cores",
                                cores + " cores for " + HOT_THREADS
                                        + " hot threads of threading: dedicated; say threading: shared")
                        : Finding.ok("cores", cores + ", threading " + threading));
    }

    private void captureFolder() {
        final Path folder = Path.of(config.text(ConfigOption.CAPTURE_FOLDER)).toAbsolutePath();
        Path existing = folder;
        while (existing != null && !Files.exists(existing)) {
            existing = existing.getParent();
        }
        try {
            if (existing == null || !Files.isDirectory(existing) || !Files.isWritable(existing)) {
                findings.add(Finding.fail("captures", folder + ": cannot be written"));
                return;
            }
            final FileStore store = Files.getFileStore(existing);
            final String text = String.format(
                    Locale.ROOT, "%s on %s, %,d MiB free", folder, store.type(), store.getUsableSpace() >> 20);
            if (store.getUsableSpace() < LITTLE_DISK) {
                findings.add(Finding.warn("captures", text + ": less than 1 GiB"));
            } else if (store.type().equals("tmpfs")) {
                findings.add(Finding.warn("captures", text + ": lost at the next boot"));
            } else if (store.type().startsWith("nfs") || store.type().equals("cifs")) {
                findings.add(Finding.warn("captures", text + ": a network file system stalls mapped files"));
            } else {
                findings.add(Finding.ok("captures", text));
            }
        } catch (final IOException e) {
            findings.add(Finding.fail("captures", folder + ": " + e.getMessage()));
        }
    }

    private void staleLimit() {
        final long limitMs = config.integer(ConfigOption.RISK_STALE_AFTER);
        if (limitMs <= 2 * SLOWEST_STREAM_MS) {
            findings.add(Finding.fail(
                    "stale limit",
                    limitMs + " ms is not above twice the cadence of the fast book (" + SLOWEST_STREAM_MS
                            + " ms): quotes would flicker; raise risk.stale_after_ms"));
        } else if (limitMs <= 2 * SLOWEST_PLAIN_STREAM_MS) {
            findings.add(Finding.ok(
                    "stale limit",
                    limitMs + " ms: above twice the fast book's " + SLOWEST_STREAM_MS
                            + " ms, which is the clock; the plain book comes every " + SLOWEST_PLAIN_STREAM_MS
                            + " ms"));
        } else {
            findings.add(Finding.warn("stale limit", limitMs + " ms: quotes rest that long on a dead feed"));
        }
    }

    private void limits() {
        final List<String> open = new ArrayList<>();
        for (final ConfigOption option : List.of(ConfigOption.RISK_MAX_NOTIONAL, ConfigOption.RISK_MAX_DRAWDOWN)) {
            if (config.isNone(option)) {
                open.add(option.path());
            }
        }
        findings.add(
                open.isEmpty()
                        ? Finding.ok("limits", "position, notional and drawdown are limited")
                        : Finding.warn("limits", "no limit: " + String.join(", ", open) + "; set them before live"));
    }
}
