package io.halfspread.app.report;

import io.halfspread.app.explain.Explainer;
import io.halfspread.codec.event.QuoteDecisionDecoder;
import io.halfspread.engine.capture.CaptureReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/**
 * The first moment at which two sessions want different quotes, and why, in the words of explain.
 *
 * @param coin    coin
 * @param eventNs event time
 * @param first   what the first session wants
 * @param second  what the second session wants
 * @param causes  what differs in what led there, most telling first
 */
record Divergence(String coin, long eventNs, QuoteStream.Wanted first, QuoteStream.Wanted second, List<String> causes) {
    /** Finds it; null when the two want the same all along. */
    static Divergence of(final Path first, final Path second) {
        try (QuoteStream a = new QuoteStream(first);
                QuoteStream b = new QuoteStream(second)) {
            while (!a.isEnded() || !b.isEnded()) {
                final long now = a.isEnded() ? b.nextNs() : b.isEnded() ? a.nextNs() : Math.min(a.nextNs(), b.nextNs());
                if (a.isInStep(b)) {
                    a.takeOne();
                    b.takeOne();
                } else {
                    a.take(now);
                    b.take(now);
                }
                for (final String coin : new TreeSet<>(a.wanted().keySet())) {
                    final QuoteStream.Wanted one = a.wanted().get(coin);
                    final QuoteStream.Wanted other = b.wanted().get(coin);
                    if (other != null && !one.sameQuotes(other)) {
                        return new Divergence(coin, now, one, other, causes(coin, first, one, second, other));
                    }
                }
            }
            return null;
        }
    }

    private static List<String> causes(
            final String coin,
            final Path first,
            final QuoteStream.Wanted one,
            final Path second,
            final QuoteStream.Wanted other) {
        final List<String> causes = new ArrayList<>();
        final Map<String, Object> a = explained(first, one.sequence());
        final Map<String, Object> b = explained(second, other.sequence());
        values(causes, "parameter", map(map(a, "params"), "values"), map(map(b, "params"), "values"));
        final Map<?, ?> decidedA = decision(a, coin);
        final Map<?, ?> decidedB = decision(b, coin);
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
                    one.eventNs() == other.eventNs()
                            ? "both decided on the same state; settings of the sessions differ (size, half spread, limits)"
                            : "only one session decided at this moment");
        }
        return causes;
    }

    private static Map<String, Object> explained(final Path capture, final long sequence) {
        try (CaptureReader records = CaptureReader.open(capture)) {
            final Map<String, Object> explained = new Explainer().explain(records, sequence);
            return explained == null ? Map.of() : explained;
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

    private static void values(final List<String> causes, final String what, final Map<?, ?> a, final Map<?, ?> b) {
        a.forEach((key, value) -> value(causes, what + " " + key, value, b.get(key)));
    }

    private static void value(final List<String> causes, final String what, final Object a, final Object b) {
        if (!Objects.equals(a, b)) {
            causes.add(what + ": " + a + " in A, " + b + " in B");
        }
    }

    /** The first term of the control that comes out differently. */
    private static void steps(final List<String> causes, final Object first, final Object second) {
        if (first instanceof List<?> a && second instanceof List<?> b) {
            for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
                if (!a.get(i).equals(b.get(i))) {
                    causes.add("first term that differs in A: " + a.get(i));
                    causes.add("and in B: " + b.get(i));
                    return;
                }
            }
        }
    }

    static Map<String, Object> quotes(final QuoteStream.Wanted wanted) {
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

    Map<String, Object> json() {
        final Map<String, Object> json = new LinkedHashMap<>();
        json.put("asset", coin);
        json.put("event_ns", eventNs);
        json.put("a", quotes(first));
        json.put("b", quotes(second));
        json.put("causes", causes);
        return json;
    }
}
