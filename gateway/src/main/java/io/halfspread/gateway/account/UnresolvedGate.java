package io.halfspread.gateway.account;

import io.halfspread.codec.contract.ColdPath;
import io.halfspread.codec.contract.HotPath;
import io.halfspread.gateway.order.EgressAgent;

/** Whether the fate of every action sent so far is known, so that the venue's answer about our orders is the whole truth. */
@HotPath
public interface UnresolvedGate {
    /** For a session that sends no orders. */
    UnresolvedGate NONE = new UnresolvedGate() {
        @Override
        public boolean isClear() {
            return true;
        }

        @Override
        public long losses() {
            return 0;
        }
    };

    /**
     * Whether orders can be sent, no action is without outcome, and every outcome was handed over to the ring's writer. Any
     * thread.
     *
     * @return true when the account may be asked for
     */
    boolean isClear();

    /**
     * How often the connection that carries orders was lost; each loss calls for a resync. Any thread.
     *
     * @return the count, never falling
     */
    long losses();

    /**
     * The gate of an agent that sends orders.
     *
     * @param egress the agent
     * @return its gate
     */
    @ColdPath("made once, when a session is put together")
    static UnresolvedGate of(final EgressAgent egress) {
        return new UnresolvedGate() {
            @Override
            public boolean isClear() {
                return egress.isReady() && egress.isIdle();
            }

            @Override
            public long losses() {
                return egress.losses();
            }
        };
    }
}
