package io.halfspread.bench.wire;

import io.halfspread.gateway.sign.SigningKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * The product as it is measured: the command {@code run} with its own folder, one hot thread on a core of its own, and
 * without the limits that a real venue sets to the number of requests.
 */
final class ProductSetup {
    private static final byte KEY_BYTE = 0x42;
    /** Lines of configuration that are tried, separated by semicolons. */
    private static final String EXTRA = "bench.session.config";

    private final Path folder;
    private final byte[] secret = new byte[SigningKey.LENGTH];

    /**
     * Writes its files.
     *
     * @param folder its working directory
     * @param core   of the hot thread
     */
    ProductSetup(final Path folder, final int core) throws IOException {
        this(folder, core, "");
    }

    /**
     * Writes its files.
     *
     * @param folder its working directory
     * @param core   of the hot thread
     * @param more   more lines of its configuration
     */
    ProductSetup(final Path folder, final int core, final String more) throws IOException {
        this.folder = folder;
        Arrays.fill(secret, KEY_BYTE);
        final Path home = Path.of(System.getProperty("halfspread.home"));
        Files.createDirectories(folder.resolve("config/drops"));
        Files.copy(home.resolve("tuning_params.json"), folder.resolve("tuning_params.json"));
        Files.writeString(folder.resolve("halfspread.yaml"), yaml(core) + more + "\n");
    }

    private static String yaml(final int core) {
        return String.join(
                "\n",
                "asset: " + FrameDeck.COIN,
                "mode: live",
                "taker:",
                "  enabled: false",
                "risk:",
                "  max_orders_per_second: 0",
                "budget:",
                "  mode: none",
                "account_review_ms: 600000",
                "instruments:",
                "  " + FrameDeck.COIN + ":",
                "    sz_decimals: 2",
                "    order_size: 0.3",
                "    max_position: 3.0",
                "threading: shared",
                "idle: spin",
                "pin:",
                "  engine: " + core,
                "watch:",
                "  stall_ms: 0",
                "timers:",
                "  params_poll_ms: 1000",
                System.getProperty(EXTRA, "").replace(';', '\n'),
                "");
    }

    /** Address of its account. */
    String account() {
        try (SigningKey key = SigningKey.of(secret)) {
            return key.addressText();
        }
    }

    /** Its private key, which is worth nothing anywhere. */
    byte[] secret() {
        return secret.clone();
    }

    /** The key, where the product looks for it. */
    Map<String, String> environment() {
        return Map.of("PRIVATE_KEY", "0x" + HexFormat.of().formatHex(secret));
    }

    /** Main class and arguments. */
    List<String> command(final int port) {
        return List.of(
                "io.halfspread.app.Halfspread",
                "run",
                "--config",
                folder.resolve("halfspread.yaml").toString(),
                "--network",
                "testnet",
                "--venue-url",
                "http://127.0.0.1:" + port);
    }
}
