package io.halfspread.sim.server;

/** Which of the venue's networks the simulated one pretends to be: signatures differ between them. */
public enum SimNetwork {
    /** Signatures carry the source {@code a}. */
    MAINNET("a", "Mainnet"),
    /** Signatures carry the source {@code b}; what public clients assume of any address that is not the venue's own. */
    TESTNET("b", "Testnet");

    private final String source;
    private final String chain;

    SimNetwork(final String source, final String chain) {
        this.source = source;
        this.chain = chain;
    }

    /**
     * Source of the phantom agent in the signature of an action.
     *
     * @return {@code a} or {@code b}
     */
    public String source() {
        return source;
    }

    /**
     * Name in the member {@code hyperliquidChain} of user-signed actions.
     *
     * @return {@code Mainnet} or {@code Testnet}
     */
    public String chain() {
        return chain;
    }
}
