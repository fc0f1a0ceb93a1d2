package io.halfspread.app.verb;

import io.halfspread.app.config.HalfspreadConfig;
import java.util.List;
import picocli.CommandLine.Option;

/** Of which coins. */
final class CoinOptions {
    @Option(names = "--asset", paramLabel = "COINS", description = "Coins, separated by commas; else all configured.")
    private String assets;

    /** The coins, null for all there are. */
    List<String> coins() {
        return assets == null ? null : HalfspreadConfig.coinList(assets);
    }
}
