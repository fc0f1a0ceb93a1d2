package io.halfspread.sim.flow;

/**
 * Why an order met recorded size; immutable.
 *
 * @param kind      what met it
 * @param receiveNs when the frame that shows it was received, ns since the epoch of the recording; 0 for {@link Kind#TAKEN}
 * @param px        recorded price, decimal8; that of the fill for {@link Kind#TAKEN}
 * @param sz        recorded size, decimal8; that of the fill for {@link Kind#TAKEN}
 */
public record FillCause(Kind kind, long receiveNs, long px, long sz) {
    /** What met the order. */
    public enum Kind {
        /** A recorded trade reached it in the queue. */
        TRADE,
        /** The recorded book moved through its price. */
        CROSSED,
        /** It took displayed size itself. */
        TAKEN
    }
}
