package io.halfspread.app.verb;

import io.halfspread.app.config.ConfigOption;
import io.halfspread.app.config.HalfspreadConfig;
import picocli.CommandLine.Option;

/** Which venue and account a command talks to; each option replaces its member of the configuration. */
final class VenueOptions {
    @Option(names = "--network", paramLabel = "NAME", description = "mainnet or testnet; else as configured.")
    private String network;

    @Option(
            names = "--venue-url",
            paramLabel = "URL",
            description = "Another venue, like http://127.0.0.1:3001: /info, /exchange and /ws are there.")
    private String venueUrl;

    @Option(names = "--asset", paramLabel = "COINS", description = "Coins, separated by commas; else as configured.")
    private String assets;

    @Option(
            names = "--account",
            paramLabel = "ADDRESS",
            description = "Account traded for, when the key is its agent's; else the key's own.")
    private String account;

    HalfspreadConfig over(final HalfspreadConfig wiring) {
        HalfspreadConfig config = with(wiring, ConfigOption.VENUE_NETWORK, network);
        config = with(config, ConfigOption.VENUE_URL, venueUrl);
        if (network != null && venueUrl == null) {
            config = config.with(ConfigOption.VENUE_URL, "none");
        }
        config = with(config, ConfigOption.ASSET, assets);
        return with(config, ConfigOption.ACCOUNT, account);
    }

    static HalfspreadConfig with(final HalfspreadConfig config, final ConfigOption option, final String text) {
        return text == null ? config : config.with(option, text);
    }
}
