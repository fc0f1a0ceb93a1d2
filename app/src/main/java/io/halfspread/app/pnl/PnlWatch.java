package io.halfspread.app.pnl;

import io.halfspread.codec.decimal.FixedMath;
import io.halfspread.codec.event.AccountSnapshotDecoder;
import io.halfspread.codec.event.FillDecoder;
import io.halfspread.codec.event.MessageHeaderDecoder;
import io.halfspread.codec.event.Side;
import io.halfspread.engine.handler.QuotingHandler;
import java.util.ArrayList;
import java.util.List;
import org.agrona.DirectBuffer;

/**
 * Splits the profit of every instrument of an engine by looking at what each input changed in it: which fills count, and
 * with what fee, is the engine's word. On the engine's thread.
 */
public final class PnlWatch {
    private static final double SCALE = 1e8;

    private final QuotingHandler engine;
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final FillDecoder fill = new FillDecoder();
    private final List<Seen> seen = new ArrayList<>();

    /**
     * Watches an engine from its first input on.
     *
     * @param engine the engine
     */
    public PnlWatch(final QuotingHandler engine) {
        this.engine = engine;
    }

    /**
     * Tells that the engine has handled an input.
     *
     * @param buffer holds the input
     * @param offset where its header begins
     */
    public void after(final DirectBuffer buffer, final int offset) {
        for (int i = 0; i < engine.instruments(); i++) {
            if (i == seen.size()) {
                seen.add(new Seen());
            }
            if (seen.get(i).ledger != engine.ledger(i) || seen.get(i).size != engine.position(i)) {
                onChange(seen.get(i), i, buffer, offset);
            }
        }
    }

    /**
     * The split of an instrument.
     *
     * @param instrument index
     * @return live: it goes on with the inputs
     */
    public PnlSplit split(final int instrument) {
        while (instrument >= seen.size()) {
            seen.add(new Seen());
        }
        return seen.get(instrument).split;
    }

    /**
     * Mid price of an instrument as the split takes it.
     *
     * @param instrument index
     * @return decimal8, 0 while there is none
     */
    public long mid(final int instrument) {
        return instrument < engine.instruments() ? Math.round(engine.mid(instrument) * SCALE) : 0;
    }

    private void onChange(final Seen now, final int instrument, final DirectBuffer buffer, final int offset) {
        header.wrap(buffer, offset);
        final int templateId = header.templateId();
        if (templateId == AccountSnapshotDecoder.TEMPLATE_ID) {
            now.restart();
        }
        final long fills = engine.fills(instrument) - now.fills;
        final long fees = engine.fees(instrument) - now.fees;
        final long funding = engine.funding(instrument) - now.funding;
        long moved = engine.position(instrument) - now.size;
        long cash = engine.ledger(instrument) - now.ledger + fees - funding;
        if (fills == 1 && templateId == FillDecoder.TEMPLATE_ID) {
            fill.wrap(buffer, offset + MessageHeaderDecoder.ENCODED_LENGTH, header.blockLength(), header.version());
            final long size = fill.side() == Side.BID ? fill.sz() : -fill.sz();
            now.split.onFill(size, fill.px(), mid(instrument), fees);
            moved -= size;
            cash += FixedMath.multiply(fill.px(), size);
        } else {
            now.split.onFees(fees);
        }
        now.split.onFunding(funding);
        now.split.onMoved(moved, cash);
        now.take(engine, instrument);
    }

    private static final class Seen {
        private final PnlSplit split = new PnlSplit();
        private long size;
        private long ledger;
        private long fees;
        private long funding;
        private long fills;

        private void take(final QuotingHandler engine, final int instrument) {
            size = engine.position(instrument);
            ledger = engine.ledger(instrument);
            fees = engine.fees(instrument);
            funding = engine.funding(instrument);
            fills = engine.fills(instrument);
        }

        /** The account's state was taken over: the books begin anew. */
        private void restart() {
            split.reset();
            size = 0;
            ledger = 0;
            fees = 0;
            funding = 0;
            fills = 0;
        }
    }
}
