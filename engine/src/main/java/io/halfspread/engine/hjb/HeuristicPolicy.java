package io.halfspread.engine.hjb;

import io.halfspread.engine.quote.ControlVector;
import io.halfspread.engine.quote.HeuristicLaw;
import io.halfspread.engine.quote.ParamsInForce;

/**
 * The quoting law as a policy: inventory in lots, the cap as position limit and the signal in place of the drift filter.
 * For one thread.
 */
public final class HeuristicPolicy {
    private final ControlVector control = new ControlVector();

    /** A writer of policies. */
    public HeuristicPolicy() {}

    /**
     * Writes the policy that the engine would trade: every control made admissible.
     *
     * @param model         states and limits
     * @param halfSpreadBps half spread of our quotes, bps
     * @param params        parameters of the law
     * @param policy        gets the policy
     */
    public void write(
            final HjbModel model, final double halfSpreadBps, final ParamsInForce params, final Policy policy) {
        final HjbGrid grid = model.grid();
        for (int i = 0; i < grid.rows(); i++) {
            for (int j = 0; j < grid.signalNodes(); j++) {
                final int s = grid.state(i, j);
                HeuristicLaw.control(control, halfSpreadBps, grid.signal(j), grid.lots(i), grid.maxLots(), params);
                policy.bid(s, true, control.bidOffsetBps());
                policy.ask(s, true, control.askOffsetBps());
                policy.takers(s, control.takerBuyRate(), control.takerSellRate());
            }
        }
        policy.admit(model.limits());
    }
}
