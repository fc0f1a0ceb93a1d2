package io.halfspread.app.doctor;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryManagerMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Grades the flags this JVM runs with: what its launch profile set, whoever started it. */
final class JvmCheckUp {
    private static final String TUNED = "tuned";
    private static final int CORES_FOR_ZGC = 3;

    private final String profile = System.getProperty("halfspread.profile", "none: not started by scripts/halfspread");
    private final List<Finding> findings = new ArrayList<>();

    List<Finding> run() {
        findings.add(Finding.ok("profile", profile));
        collector();
        heap();
        bounds();
        archive();
        return findings;
    }

    private void collector() {
        final String names = ManagementFactory.getGarbageCollectorMXBeans().stream()
                .map(MemoryManagerMXBean::getName)
                .collect(Collectors.joining(", "));
        final int cores = Runtime.getRuntime().availableProcessors();
        if (isSet("UseEpsilonGC")) {
            findings.add(Finding.warn(
                    "collector", "none: the JVM ends when its heap is used up; for sessions with an end (--seconds)"));
        } else if (isSet("UseZGC") && cores < CORES_FOR_ZGC) {
            findings.add(Finding.warn(
                    "collector",
                    "ZGC on " + cores + " cores: its threads take the session's; --gc serial is better here"));
        } else {
            findings.add(Finding.ok("collector", names));
        }
    }

    private void heap() {
        final boolean fixed = value("InitialHeapSize").equals(value("MaxHeapSize"));
        final boolean touched = isSet("AlwaysPreTouch");
        if (fixed && touched) {
            findings.add(Finding.ok("heap", "of one size, touched before the start"));
        } else if (profile.equals(TUNED)) {
            findings.add(Finding.warn(
                    "heap",
                    (fixed ? "" : "grows while the session runs; ") + (touched ? "" : "not touched before the start")
                            + "; config/jvm/tuned.options has -Xms, -Xmx and -XX:+AlwaysPreTouch"));
        } else {
            findings.add(Finding.ok("heap", "grows as needed; profile tuned fixes and touches it"));
        }
    }

    private void bounds() {
        findings.add(
                Boolean.getBoolean("agrona.disable.bounds.checks")
                        ? Finding.warn("bounds checks", "off: a wrong index is other memory instead of an exception")
                        : Finding.ok("bounds checks", "on"));
    }

    private void archive() {
        final boolean used = ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .anyMatch(flag -> flag.startsWith("-XX:SharedArchiveFile=") || flag.startsWith("-XX:AOTCache="));
        findings.add(Finding.ok(
                "archive",
                used ? "of this build's classes" : "none of this build; scripts/archive-classes makes starts faster"));
    }

    private static boolean isSet(final String flag) {
        return value(flag).equals("true");
    }

    /** Value of a flag, empty when this JVM has none of that name. */
    private static String value(final String flag) {
        try {
            return ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                    .getVMOption(flag)
                    .getValue();
        } catch (final IllegalArgumentException | NullPointerException e) {
            return "";
        }
    }
}
