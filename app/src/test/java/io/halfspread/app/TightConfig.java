package io.halfspread.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The shipped wiring with quotes so near to the mid that short sessions have fills. */
final class TightConfig {
    private static final Path HOME = Path.of(System.getProperty("halfspread.home", "."));

    private TightConfig() {}

    static Path write(final Path folder) throws IOException {
        return Files.writeString(
                folder.resolve("tight.yaml"),
                Files.readString(HOME.resolve("config/halfspread.yaml"))
                        .replaceFirst("half_spread_bps: \\S+", "half_spread_bps: 0.5")
                        .replaceFirst("max_bps_diff: \\S+", "max_bps_diff: 0.2"));
    }
}
