package io.halfspread.gateway.session;

/** The venue's public networks. */
public enum VenueNetwork {
    /** Real money. */
    MAINNET("https://api.hyperliquid.xyz"),
    /** Play money; its instruments, liquidity and delays are its own. */
    TESTNET("https://api.hyperliquid-testnet.xyz");

    /** Path of the WebSocket below the base address. */
    public static final String SOCKET_PATH = "/ws";

    private final String baseUrl;

    VenueNetwork(final String baseUrl) {
        this.baseUrl = baseUrl;
    }

    /**
     * Base address of queries, actions and the WebSocket.
     *
     * @return an https address
     */
    public String baseUrl() {
        return baseUrl;
    }
}
