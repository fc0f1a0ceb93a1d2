package io.halfspread.engine.hjb;

/** What a control adds each second in one state, given what the neighbouring states are worth; by side. */
final class Hamiltonian {
    private final ModelTerms terms;
    private final AnchoredValue value;
    private double longer;
    private double shorter;
    private int node;
    private boolean buys;
    private boolean sells;

    Hamiltonian(final ModelTerms terms, final AnchoredValue value) {
        this.terms = terms;
        this.value = value;
    }

    void at(final int row, final int newNode) {
        final HjbGrid grid = terms.model().grid();
        final int s = grid.state(row, newNode);
        node = newNode;
        buys = row < grid.rows() - 1;
        sells = row > 0;
        longer = buys ? value.relative(s + grid.lotStride()) - value.relative(s) : 0;
        shorter = sells ? value.relative(s - grid.lotStride()) - value.relative(s) : 0;
    }

    boolean buys() {
        return buys;
    }

    boolean sells() {
        return sells;
    }

    double bid(final double offsetBps) {
        final double each = offsetBps - terms.model().costs().makerCostBps() + longer;
        return terms.bidFillsPerS(node, offsetBps) * each;
    }

    double ask(final double offsetBps) {
        final double each = offsetBps - terms.model().costs().makerCostBps() + shorter;
        return terms.askFillsPerS(node, offsetBps) * each;
    }

    double takerBuy(final double perS) {
        return perS == 0 ? 0 : perS * (longer - terms.model().costs().takerCostBps());
    }

    double takerSell(final double perS) {
        return perS == 0 ? 0 : perS * (shorter - terms.model().costs().takerCostBps());
    }

    double bid(final Policy policy, final int state) {
        return policy.quotesBid(state) ? bid(policy.bidOffsetBps(state)) : 0;
    }

    double ask(final Policy policy, final int state) {
        return policy.quotesAsk(state) ? ask(policy.askOffsetBps(state)) : 0;
    }

    double takers(final Policy policy, final int state) {
        return takerBuy(policy.takerBuyPerS(state)) + takerSell(policy.takerSellPerS(state));
    }
}
