package io.halfspread.sim.exchange;

/** How long an order may live. */
public enum Tif {
    /** Post only: refused whole when it would match at once. */
    ALO("Alo"),
    /** What does not match at once is cancelled. */
    IOC("Ioc"),
    /** Rests until filled or cancelled. */
    GTC("Gtc"),
    /** As {@link #IOC}, entered as a market order. */
    FRONTEND_MARKET("FrontendMarket");

    private final String text;

    Tif(final String text) {
        this.text = text;
    }

    /**
     * The venue's name of it.
     *
     * @return as on the wire
     */
    public String text() {
        return text;
    }

    /**
     * Whether orders of this kind wait for the last class of a block.
     *
     * @return false for {@link #ALO} only
     */
    public boolean aggressive() {
        return this != ALO;
    }

    boolean immediate() {
        return this == IOC || this == FRONTEND_MARKET;
    }
}
