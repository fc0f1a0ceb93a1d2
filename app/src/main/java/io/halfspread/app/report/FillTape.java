package io.halfspread.app.report;

import io.halfspread.codec.event.FillDecoder;
import io.halfspread.codec.event.Flag;
import io.halfspread.codec.event.Side;
import java.util.ArrayList;
import java.util.List;

/** The fills of a session that count, in order. For one thread. */
final class FillTape {
    private final List<Fill> fills = new ArrayList<>();

    /**
     * One fill; price and size are decimal8.
     *
     * @param instrument its instrument
     * @param side       our side
     * @param taker      whether we took
     * @param venueNs    venue time of what it met
     * @param trade      public trade that it was, or, where none explains it, its own id
     * @param moment     of the market event that it met
     * @param px         its price
     * @param sz         its size
     */
    record Fill(int instrument, Side side, boolean taker, long venueNs, long trade, Moment moment, long px, long sz) {}

    void add(final FillDecoder fill, final Moment moment) {
        fills.add(new Fill(
                fill.instrument(),
                fill.side(),
                fill.crossed() == Flag.YES,
                fill.venueNs(),
                trade(fill),
                moment,
                fill.px(),
                fill.sz()));
    }

    /** The public trade that a fill names, else its own id, which at a venue is the public one too. */
    static long trade(final FillDecoder fill) {
        return fill.causeTid() == FillDecoder.causeTidNullValue() ? fill.tid() : fill.causeTid();
    }

    List<Fill> fills() {
        return fills;
    }
}
