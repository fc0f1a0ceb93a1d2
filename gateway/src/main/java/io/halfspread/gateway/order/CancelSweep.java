package io.halfspread.gateway.order;

import io.halfspread.codec.event.CancelAllDecoder;
import io.halfspread.engine.order.OrderScope;
import java.util.List;
import java.util.Queue;

/**
 * How all orders are cancelled that the session may cancel, which the venue has no action for: ask for the open ones, cancel as many as an action holds
 * by the venue's ids, ask again, until none is left. Losing a reply therefore does no harm. Egress thread only.
 */
final class CancelSweep {
    /** Rounds after which it is given up: more than the orders an account may have. */
    static final int MOST_ROUNDS = 256;

    private static final int ALL = CancelAllDecoder.instrumentNullValue();

    private final List<TradedInstrument> instruments;
    private final OrderScope scope;
    private final StatusQuery status;
    private final Queue<Question> answers;

    CancelSweep(
            final List<TradedInstrument> instruments,
            final OrderScope scope,
            final StatusQuery status,
            final Queue<Question> answers) {
        this.instruments = instruments;
        this.scope = scope;
        this.status = status;
        this.answers = answers;
    }

    Question question(final SentAction action) {
        return new SweepQuestion(action.id, answers, status);
    }

    /** Makes the action cancel what it is about of the open orders; returns how many. */
    int fill(final SentAction action, final List<OpenOrder> open) {
        action.batch.beginCancels(true);
        for (final OpenOrder order : open) {
            final int instrument = instrument(order.coin());
            if (instrument >= 0
                    && scope.covers(order.cloidHigh(), order.cloidLow())
                    && (action.instruments[0] == ALL || action.instruments[0] == instrument)) {
                action.batch.addCancel(instruments.get(instrument).assetId(), order.oid());
            }
        }
        return action.batch.size();
    }

    private int instrument(final String coin) {
        for (int i = 0; i < instruments.size(); i++) {
            if (instruments.get(i).coin().equals(coin)) {
                return i;
            }
        }
        return -1;
    }
}
