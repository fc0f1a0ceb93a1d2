package io.halfspread.app.report;

import io.halfspread.app.explain.ReasonWords;
import io.halfspread.codec.event.QuoteReason;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How long each reason stood, by side, apart for sides that a quote was wanted on and sides that none was. For one thread. */
final class ReasonTimes {
    private final long[][] wantedNs = new long[2][QuoteReason.values().length];
    private final long[][] absentNs = new long[2][QuoteReason.values().length];
    private long beforeNs;
    private long totalNs;

    /**
     * One reason.
     *
     * @param reason   which; null before the first decision
     * @param quoted   whether a quote was wanted all the same
     * @param bidShare share of the session's time, bid
     * @param askShare share of the session's time, ask
     */
    record Row(QuoteReason reason, boolean quoted, double bidShare, double askShare) {
        String name() {
            return reason == null ? "no_decision" : reason.name().toLowerCase(Locale.ROOT);
        }

        String words() {
            return reason == null ? "before the first decision" : ReasonWords.of(reason);
        }

        Map<String, Object> json() {
            final Map<String, Object> json = new LinkedHashMap<>();
            json.put("reason", name());
            json.put("quoted", quoted);
            json.put("bid", bidShare);
            json.put("ask", askShare);
            return json;
        }
    }

    void before(final long ns) {
        beforeNs += ns;
        totalNs += ns;
    }

    void hold(
            final QuoteReason bid,
            final boolean bidWanted,
            final QuoteReason ask,
            final boolean askWanted,
            final long ns) {
        totalNs += ns;
        (bidWanted ? wantedNs : absentNs)[0][bid.ordinal()] += ns;
        (askWanted ? wantedNs : absentNs)[1][ask.ordinal()] += ns;
    }

    /** Reasons of sides not quoted first, then the others, each in the order of the schema. */
    List<Row> rows() {
        final List<Row> rows = new ArrayList<>();
        if (beforeNs > 0) {
            rows.add(new Row(null, false, (double) beforeNs / totalNs, (double) beforeNs / totalNs));
        }
        add(rows, absentNs, false);
        add(rows, wantedNs, true);
        return rows;
    }

    private void add(final List<Row> rows, final long[][] ns, final boolean quoted) {
        for (final QuoteReason reason : QuoteReason.values()) {
            final long bid = ns[0][reason.ordinal()];
            final long ask = ns[1][reason.ordinal()];
            if (bid + ask > 0) {
                rows.add(new Row(reason, quoted, (double) bid / totalNs, (double) ask / totalNs));
            }
        }
    }
}
