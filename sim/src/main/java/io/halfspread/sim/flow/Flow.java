package io.halfspread.sim.flow;

/** What moves the book of one instrument besides the venue's clients. Used by the thread of the exchange. */
public interface Flow extends AutoCloseable {
    /**
     * Submits what happens in the coming block.
     *
     * @param timeMs time of that block, ms since the epoch
     */
    void beforeBlock(long timeMs);

    /**
     * Whether nothing more will happen.
     *
     * @return false while the market moves
     */
    default boolean ended() {
        return false;
    }

    /** Frees what it holds. */
    @Override
    default void close() {}
}
