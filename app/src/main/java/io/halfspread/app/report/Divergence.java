package io.halfspread.app.report;

import io.halfspread.codec.event.QuoteDecisionDecoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The first moment at which two sessions want different quotes of a coin, and why, in the words of explain.
 *
 * @param coin    coin
 * @param eventNs event time
 * @param first   what the first session wants
 * @param second  what the second session wants
 * @param causes  what differs in what led there, most telling first
 */
public record Divergence(String coin, long eventNs, WantedQuotes first, WantedQuotes second, List<String> causes) {
    /** Finds that of each coin, earliest first; coins that want the same all along have none. */
    static List<Divergence> of(final ComparedSession first, final ComparedSession second) {
        final List<Found> found = find(first.track(), second.track());
        final Map<Long, Map<String, Object>> explainedA = explained(first, found, Found::one);
        final Map<Long, Map<String, Object>> explainedB = explained(second, found, Found::other);
        return found.stream()
                .map(at -> new Divergence(
                        at.coin,
                        at.eventNs,
                        at.one,
                        at.other,
                        new Causes(first.label(), second.label())
                                .of(at, explainedA.get(at.one.sequence()), explainedB.get(at.other.sequence()))))
                .toList();
    }

    private static List<Found> find(final SessionTrack first, final SessionTrack second) {
        final QuoteStream a = new QuoteStream(first);
        final QuoteStream b = new QuoteStream(second);
        final Map<String, Found> found = new LinkedHashMap<>();
        while (!a.isEnded() || !b.isEnded()) {
            final long now = a.isEnded() ? b.nextNs() : b.isEnded() ? a.nextNs() : Math.min(a.nextNs(), b.nextNs());
            final Set<String> touched = new TreeSet<>();
            if (a.isInStep(b)) {
                touched.add(a.takeOne());
                b.takeOne();
            } else {
                a.take(now, touched);
                b.take(now, touched);
            }
            for (final String coin : touched) {
                final WantedQuotes one = a.wanted().get(coin);
                final WantedQuotes other = b.wanted().get(coin);
                if (one != null && other != null && !found.containsKey(coin) && !one.sameQuotes(other)) {
                    found.put(coin, new Found(coin, now, one, other));
                }
            }
        }
        return List.copyOf(found.values());
    }

    private static Map<Long, Map<String, Object>> explained(
            final ComparedSession session, final List<Found> found, final Function<Found, WantedQuotes> which) {
        return session.explain()
                .apply(found.stream()
                        .map(which)
                        .map(WantedQuotes::sequence)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    /** A divergence without its causes. */
    private record Found(String coin, long eventNs, WantedQuotes one, WantedQuotes other) {}

    /**
     * What led there differently.
     *
     * @param labelA what the first session is called
     * @param labelB what the second session is called
     */
    private record Causes(String labelA, String labelB) {
        private List<String> of(final Found at, final Map<String, Object> a, final Map<String, Object> b) {
            final List<String> causes = new ArrayList<>();
            values(causes, "parameter", map(map(a, "params"), "values"), map(map(b, "params"), "values"));
            final Map<?, ?> decidedA = decision(a, at.coin);
            final Map<?, ?> decidedB = decision(b, at.coin);
            values(causes, "state", map(decidedA, "state"), map(decidedB, "state"));
            value(causes, "quote source", decidedA.get("source"), decidedB.get("source"));
            for (final String side : List.of("bid", "ask")) {
                value(
                        causes,
                        side,
                        map(decidedA, side).get("why"),
                        map(decidedB, side).get("why"));
            }
            steps(
                    causes,
                    map(decidedA, "control").get("steps"),
                    map(decidedB, "control").get("steps"));
            if (causes.isEmpty()) {
                causes.add(
                        at.one.eventNs() == at.other.eventNs()
                                ? "both decided on the same state; settings of the sessions differ (size, half spread, limits)"
                                : "only one session decided at this moment");
            }
            return causes;
        }

        private void values(final List<String> causes, final String what, final Map<?, ?> a, final Map<?, ?> b) {
            a.forEach((key, value) -> value(causes, what + " " + key, value, b.get(key)));
        }

        private void value(final List<String> causes, final String what, final Object a, final Object b) {
            if (!Objects.equals(a, b)) {
                causes.add(what + ": " + a + " in " + labelA + ", " + b + " in " + labelB);
            }
        }

        /** The first term of the control that comes out differently. */
        private void steps(final List<String> causes, final Object first, final Object second) {
            if (first instanceof List<?> a && second instanceof List<?> b) {
                for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
                    if (!a.get(i).equals(b.get(i))) {
                        causes.add("first term that differs in " + labelA + ": " + a.get(i));
                        causes.add("and in " + labelB + ": " + b.get(i));
                        return;
                    }
                }
            }
        }
    }

    private static Map<?, ?> decision(final Map<String, Object> explained, final String coin) {
        Map<?, ?> found = Map.of();
        if (explained.get("decisions") instanceof List<?> decisions) {
            for (final Object decision : decisions) {
                if (decision instanceof Map<?, ?> members && coin.equals(members.get("asset"))) {
                    found = members;
                }
            }
        }
        return found;
    }

    private static Map<?, ?> map(final Map<?, ?> members, final String name) {
        return members.get(name) instanceof Map<?, ?> nested ? nested : Map.of();
    }

    static Map<String, Object> quotes(final WantedQuotes wanted) {
        final Map<String, Object> json = new LinkedHashMap<>();
        json.put("seq", wanted.sequence());
        json.put("event_ns", wanted.eventNs());
        json.put("bid", number(wanted.bidPx()));
        json.put("bid_size", number(wanted.bidSz()));
        json.put("ask", number(wanted.askPx()));
        json.put("ask_size", number(wanted.askSz()));
        return json;
    }

    private static Object number(final long decimal8) {
        return decimal8 == QuoteDecisionDecoder.bidPxNullValue() ? null : Decimals.of(decimal8);
    }

    /**
     * The divergence for programs.
     *
     * @return members in order
     */
    public Map<String, Object> json() {
        final Map<String, Object> json = new LinkedHashMap<>();
        json.put("asset", coin);
        json.put("event_ns", eventNs);
        json.put("a", quotes(first));
        json.put("b", quotes(second));
        json.put("causes", causes);
        return json;
    }
}
