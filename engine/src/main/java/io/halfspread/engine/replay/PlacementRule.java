package io.halfspread.engine.replay;

/** What becomes of a new order. */
@FunctionalInterface
interface PlacementRule {
    /**
     * Opens, executes or ends an order that just arrived; it is in the list already.
     *
     * @param order the order
     */
    void onArrival(ModelledOrder order);
}
