package io.halfspread.app.params;

import io.halfspread.app.config.ConfigException;
import io.halfspread.app.config.ConfigOption;
import io.halfspread.app.config.HalfspreadConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where versions are kept and drops are left: named by an option, else by the wiring configuration, else the default. */
final class ParamsPlaces {
    @Option(
            names = "--config",
            paramLabel = "FILE",
            description =
                    "Wiring configuration that names the places (default: config/halfspread.yaml of the installation).")
    private Path config;

    @Option(names = "--ledger", paramLabel = "FILE", description = "Ledger of versions, instead of paths.ledger.")
    private Path ledger;

    @Option(names = "--drops", paramLabel = "FOLDER", description = "Drops folder, instead of paths.drops.")
    private Path drops;

    Path ledger() throws BadInput {
        return ledger == null ? named(ConfigOption.PATHS_LEDGER) : ledger;
    }

    Path drops() throws BadInput {
        return drops == null ? named(ConfigOption.PATHS_DROPS) : drops;
    }

    private Path named(final ConfigOption option) throws BadInput {
        final Path standard = Path.of(System.getProperty("halfspread.home", "."), "config", "halfspread.yaml");
        if (config == null && Files.notExists(standard)) {
            return Path.of(option.defaultText());
        }
        try {
            return Path.of(
                    HalfspreadConfig.load(config == null ? standard : config).text(option));
        } catch (final ConfigException e) {
            throw new BadInput(e.getMessage());
        }
    }
}
