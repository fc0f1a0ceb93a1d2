package io.halfspread.app.report;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Wanted quotes of a session over event time: what each coin wants, moment by moment. For one thread. */
final class QuoteStream {
    private final QuoteLog.Reader decisions;
    private final List<String> coins;
    private final Map<String, WantedQuotes> wanted = new HashMap<>();
    private boolean ended;

    QuoteStream(final SessionTrack session) {
        decisions = session.quotes().reader();
        coins = session.coins();
        ended = !decisions.next();
    }

    boolean isEnded() {
        return ended;
    }

    /** Time of the next decision. */
    long nextNs() {
        return decisions.eventNs();
    }

    /** Whether the next decision answers the same event of the same coin as that of another stream. */
    boolean isInStep(final QuoteStream other) {
        return !ended
                && !other.ended
                && decisions.eventNs() == other.decisions.eventNs()
                && decisions.sequence() == other.decisions.sequence()
                && coin().equals(other.coin());
    }

    /** Takes all decisions of a moment, and says of which coins. */
    void take(final long eventNs, final Set<String> touched) {
        while (!ended && decisions.eventNs() == eventNs) {
            touched.add(takeOne());
        }
    }

    /** Takes the next decision; gives its coin. */
    String takeOne() {
        final String coin = coin();
        wanted.put(coin, decisions.wanted());
        ended = !decisions.next();
        return coin;
    }

    private String coin() {
        return decisions.instrument() < coins.size() ? coins.get(decisions.instrument()) : "#" + decisions.instrument();
    }

    /** Newest wish of every coin. */
    Map<String, WantedQuotes> wanted() {
        return wanted;
    }
}
