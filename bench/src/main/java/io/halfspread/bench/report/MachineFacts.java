package io.halfspread.bench.report;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Where and with what a result was made. */
final class MachineFacts {
    private MachineFacts() {}

    /** As of now. */
    static Map<String, Object> now(final String commit, final String plan) {
        final Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("commit", commit);
        facts.put("plan", plan);
        facts.put("jvm", System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"));
        facts.put("flags", ManagementFactory.getRuntimeMXBean().getInputArguments());
        facts.put("cores", Runtime.getRuntime().availableProcessors());
        facts.put("cpu", cpu());
        facts.put("kernel", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        facts.put("loadAtEnd", ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        return facts;
    }

    private static String cpu() {
        try (var lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown");
        } catch (final IOException e) {
            return "unknown";
        }
    }
}
