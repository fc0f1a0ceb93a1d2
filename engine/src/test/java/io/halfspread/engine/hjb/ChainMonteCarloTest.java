package io.halfspread.engine.hjb;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The chain of a policy, simulated jump by jump until its session ends, earns what the linear system says. */
class ChainMonteCarloTest {
    private static final int PATHS = 3000;
    private static final double MOST_Z = 4;

    @ParameterizedTest
    @CsvSource({"true,0,0", "false,1,0", "false,4,0.5", "true,-7,-1"})
    void shouldEarnWhatTheLinearSystemSays(final boolean best, final int lots, final double signal) {
        final HjbModel model =
                HjbModel.of(Models.alternativeCoin()).with(HjbInput.R, 1 / 60.0).with(HjbInput.M, 11);
        final HjbSolver solver = Models.solved(model);
        final PolicyAudit audit = new PolicyAudit(solver);
        audit.audit(solver.solution(), best ? solver.solution().policy() : Models.heuristic(model, 10));
        final int row = model.grid().nearestRow(lots);
        final int node = model.grid().nearestNode(signal);
        final double expected = audit.value().value(model.grid().state(row, node), 1 / 60.0);

        final SplittableRandom random = new SplittableRandom(1 + lots);
        final Sample earned = new Sample();
        final Chain chain = new Chain(model, audit.policy());
        for (int i = 0; i < Sample.paths(PATHS); i++) {
            earned.add(chain.path(random, row, node));
        }

        earned.tell("chain, " + (best ? "optimum" : "heuristic") + " from q " + lots + ", x " + signal, expected);
        assertTrue(
                Math.abs(earned.mean() - expected) <= MOST_Z * earned.standardError(),
                () -> earned.mean() + " +- " + earned.standardError() + ", expected " + expected);
    }

    /** Knows the rates of the chain and nothing of its values. */
    private static final class Chain {
        private final HjbModel model;
        private final HjbGrid grid;
        private final double[] up;
        private final double[] down;
        private final double[] bids;
        private final double[] asks;
        private final Policy policy;

        Chain(final HjbModel model, final Policy policy) {
            this.model = model;
            this.policy = policy;
            grid = model.grid();
            up = new double[grid.signalNodes()];
            down = new double[grid.signalNodes()];
            SignalGenerator.rates(grid, model.signal(), up, down);
            bids = new double[grid.states()];
            asks = new double[grid.states()];
            final FillRates fills = model.fills();
            for (int s = 0; s < grid.states(); s++) {
                final double tilt = model.signal().fillTilt() * grid.signal(grid.node(s));
                bids[s] = policy.quotesBid(s)
                        ? fills.bidRatePerS() * Math.exp(-fills.bidDecayPerBps() * policy.bidOffsetBps(s) - tilt)
                        : 0;
                asks[s] = policy.quotesAsk(s)
                        ? fills.askRatePerS() * Math.exp(-fills.askDecayPerBps() * policy.askOffsetBps(s) + tilt)
                        : 0;
            }
        }

        double path(final SplittableRandom random, final int startRow, final int startNode) {
            int row = startRow;
            int node = startNode;
            double earned = 0;
            while (true) {
                final int s = grid.state(row, node);
                final double q = grid.lots(row);
                final double buys = policy.takerBuyPerS(s);
                final double sells = policy.takerSellPerS(s);
                final double end = model.objective().endRatePerS();
                final double rate = up[node] + down[node] + bids[s] + asks[s] + buys + sells + end;
                final double time = -Math.log(1 - random.nextDouble()) / rate;
                earned += time
                        * (-model.objective().inventoryPenalty() * q * q
                                + (model.signal().driftBpsPerS() * grid.signal(node)
                                                - model.costs().fundingBpsPerS())
                                        * q);
                double draw = random.nextDouble() * rate - end;
                if (draw < 0) {
                    return earned
                            - model.costs().takerCostBps() * Math.abs(q)
                            - model.objective().flattenPenalty() * q * q;
                }
                draw -= up[node];
                if (draw < 0) {
                    node++;
                    continue;
                }
                draw -= down[node];
                if (draw < 0) {
                    node--;
                    continue;
                }
                draw -= bids[s];
                if (draw < 0) {
                    earned += policy.bidOffsetBps(s) - model.costs().makerCostBps();
                    row++;
                    continue;
                }
                draw -= asks[s];
                if (draw < 0) {
                    earned += policy.askOffsetBps(s) - model.costs().makerCostBps();
                    row--;
                    continue;
                }
                earned -= model.costs().takerCostBps();
                row += draw < buys ? 1 : -1;
            }
        }
    }
}
