package io.halfspread.app;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Map;

/**
 * What the launcher says by flags and {@code java -jar} has no line of the manifest for. Whatever the command line states
 * stays.
 */
final class ProcessDefaults {
    /** The properties in {@code config/jvm.options}. */
    static final Map<String, String> PROPERTIES = Map.of(
            "chronicle.analytics.disable", "true",
            "io.netty.leakDetection.level", "disabled",
            "io.netty.jfr.enabled", "false");

    private ProcessDefaults() {}

    /** Sets what is not set; before any library is loaded. */
    static void set() {
        PROPERTIES.forEach((key, value) -> {
            if (System.getProperty(key) == null) {
                System.setProperty(key, value);
            }
        });
        if (System.getProperty("halfspread.home") == null) {
            final Path folder = folderOfJar();
            if (folder != null && Files.isRegularFile(folder.resolve("config").resolve("halfspread.yaml"))) {
                System.setProperty("halfspread.home", folder.toString());
            }
        }
    }

    private static Path folderOfJar() {
        final CodeSource source = Halfspread.class.getProtectionDomain().getCodeSource();
        try {
            return source == null ? null : Path.of(source.getLocation().toURI()).getParent();
        } catch (final URISyntaxException e) {
            return null;
        }
    }
}
