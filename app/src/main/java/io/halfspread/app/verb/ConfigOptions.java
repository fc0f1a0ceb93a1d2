package io.halfspread.app.verb;

import io.halfspread.app.config.HalfspreadConfig;
import io.halfspread.app.console.Home;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The wiring configuration a command uses. */
final class ConfigOptions {
    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Wiring; else config/halfspread.yaml of the project.")
    private Path file;

    HalfspreadConfig load() {
        return HalfspreadConfig.load(file());
    }

    /** The file it comes from. */
    Path file() {
        return file == null ? Home.path().resolve("config/halfspread.yaml") : file;
    }
}
