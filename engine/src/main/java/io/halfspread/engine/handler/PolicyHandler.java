package io.halfspread.engine.handler;

import io.halfspread.codec.contract.HotPath;
import io.halfspread.codec.event.PolicyCommitDecoder;
import io.halfspread.codec.event.PolicyRowsDecoder;
import io.halfspread.codec.event.QuoteSource;
import io.halfspread.codec.event.RiskCode;

/** Takes policy tables: rows into the spare table, the commit puts it in force between two decisions. Engine thread only. */
@HotPath
final class PolicyHandler {
    private final SessionState session;
    private final Instruments instruments;
    private final OutputWriter out;
    private final Decider decider;

    PolicyHandler(
            final SessionState session, final Instruments instruments, final OutputWriter out, final Decider decider) {
        this.session = session;
        this.instruments = instruments;
        this.out = out;
        this.decider = decider;
    }

    void onRows(final PolicyRowsDecoder rows) {
        final InstrumentState s = instruments.find(rows.instrument());
        if (s != null) {
            s.policy.onRows(rows);
        }
    }

    void onCommit(final PolicyCommitDecoder commit) {
        final InstrumentState s = instruments.find(commit.instrument());
        if (s == null) {
            return;
        }
        if (!s.policy.onCommit(commit)) {
            out.alert(
                    session,
                    s.index,
                    RiskCode.POLICY_REFUSED,
                    s.policy.cellsReceived(),
                    (double) commit.rows() * commit.columns());
            return;
        }
        session.policyVersion = s.policy.version();
        if (s.quoteSource != QuoteSource.HEURISTIC && s.lastBookNs != InstrumentState.NONE) {
            decider.decide(s);
        }
    }
}
