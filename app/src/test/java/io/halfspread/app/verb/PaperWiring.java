package io.halfspread.app.verb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Wiring of a session whose every file lies in one folder. */
final class PaperWiring {
    private PaperWiring() {}

    static Path write(final Path folder, final String threading) throws IOException {
        return Files.writeString(
                folder.resolve("wiring.yaml"),
                String.join(
                        "\n",
                        "asset: HYPE",
                        "mode: paper",
                        "threading: " + threading,
                        "capture:",
                        "  folder: " + folder.resolve("captures"),
                        "  segment_mib: 1",
                        "paths:",
                        "  params: " + folder.resolve("tuning_params.json"),
                        "  drops: " + folder.resolve("drops"),
                        "  ledger: " + folder.resolve("ledger.yaml"),
                        "  nonces: " + folder.resolve("nonces"),
                        "  control: " + folder.resolve("control"),
                        "  locks: " + folder.resolve("locks"),
                        "dashboard:",
                        "  enabled: false",
                        "instruments:",
                        "  HYPE:",
                        "    sz_decimals: 2",
                        "    order_size: 0.3",
                        "    max_position: 3.0",
                        ""));
    }
}
