package io.halfspread.sim.faults;

import io.halfspread.sim.faults.FaultKind.Length;
import io.halfspread.sim.faults.FaultKind.Timing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads plans. A line is a kind of fault and pairs of a word and a value:
 *
 * <pre>
 *   # a comment
 *   drop       chance 0.01 on userFills,orderUpdates
 *   delay      chance 0.02 for 50ms..2s
 *   half-open  every 40s for 5s..8s from 10s until 2m
 * </pre>
 */
public final class FaultPlanReader {
    private static final Pattern WORD = Pattern.compile("\\S+");
    private static final Pattern DURATION = Pattern.compile("(\\d{1,7})(ms|s|m)");
    private static final Pattern CHANCE = Pattern.compile("0?\\.\\d{1,9}|[01](\\.0{1,9})?");
    private static final long MS_PER_S = 1_000;
    private static final long MS_PER_MIN = 60_000;
    private static final String DURATIONS = "accepted: a whole number and ms, s or m, for instance 250ms";
    private static final Set<String> CHANNELS = new LinkedHashSet<>(List.of(
            "l2Book",
            "bbo",
            "trades",
            "activeAssetCtx",
            "orderUpdates",
            "user",
            "userFills",
            "post",
            "pong",
            "subscriptionResponse"));

    private final String name;
    private int number;

    private FaultPlanReader(final String name) {
        this.name = name;
    }

    /**
     * Reads a plan.
     *
     * @param name of the plan, for messages
     * @param text its lines
     * @return the plan
     * @throws FaultPlanException when a line cannot be used
     */
    public static FaultPlan read(final String name, final String text) throws FaultPlanException {
        return new FaultPlanReader(name).plan(text);
    }

    private FaultPlan plan(final String text) throws FaultPlanException {
        final List<FaultRule> rules = new ArrayList<>();
        for (final String line : text.split("\\R", -1)) {
            number++;
            final int comment = line.indexOf('#');
            final List<Word> words = words(comment < 0 ? line : line.substring(0, comment));
            if (!words.isEmpty()) {
                rules.add(rule(words));
            }
        }
        if (rules.isEmpty()) {
            throw new FaultPlanException(name, 1, 1, "no fault in the plan; accepted: lines like 'reset every 30s'");
        }
        return new FaultPlan(name, rules);
    }

    private static List<Word> words(final String line) {
        final List<Word> words = new ArrayList<>();
        final Matcher matcher = WORD.matcher(line);
        while (matcher.find()) {
            words.add(new Word(matcher.group(), matcher.start() + 1));
        }
        return words;
    }

    private FaultRule rule(final List<Word> words) throws FaultPlanException {
        final Line line = new Line(kind(words.get(0)));
        for (int i = 1; i < words.size(); i += 2) {
            final Word key = words.get(i);
            if (!line.seen.add(key.text())) {
                throw refuse(key, "'" + key.text() + "' is given twice; accepted: once");
            }
            if (!accepted(line.kind).contains(key.text())) {
                throw refuse(
                        key,
                        "unknown word '" + key.text() + "' for " + line.kind.word() + "; accepted: "
                                + String.join(", ", accepted(line.kind)));
            }
            if (i + 1 == words.size()) {
                throw refuse(key, "'" + key.text() + "' has no value");
            }
            take(line, key.text(), words.get(i + 1));
        }
        final String needed = line.kind.timing() == Timing.CHANCE ? "chance" : "every";
        require(line, needed, words.get(0));
        if (line.kind.length() == Length.NEEDED) {
            require(line, "for", words.get(0));
        }
        return line.rule();
    }

    private FaultKind kind(final Word word) throws FaultPlanException {
        for (final FaultKind kind : FaultKind.values()) {
            if (kind.word().equals(word.text())) {
                return kind;
            }
        }
        throw refuse(
                word,
                "unknown fault '" + word.text() + "'; accepted: "
                        + Arrays.stream(FaultKind.values()).map(FaultKind::word).collect(Collectors.joining(", ")));
    }

    private static Set<String> accepted(final FaultKind kind) {
        final Set<String> words = new LinkedHashSet<>();
        words.add(kind.timing().name().toLowerCase(Locale.ROOT));
        if (kind.length() == Length.NEEDED) {
            words.add("for");
        }
        if (kind.takesChannels()) {
            words.add("on");
        }
        words.add("from");
        words.add("until");
        return words;
    }

    private void take(final Line line, final String key, final Word value) throws FaultPlanException {
        switch (key) {
            case "chance" -> line.chance = chance(value);
            case "every" -> line.everyMs = positive(value, duration(value, value.text(), 0));
            case "for" -> range(line, value);
            case "on" -> line.channels.addAll(channels(value));
            case "from" -> line.fromMs = duration(value, value.text(), 0);
            default -> line.untilMs = duration(value, value.text(), 0);
        }
    }

    private double chance(final Word value) throws FaultPlanException {
        if (!CHANCE.matcher(value.text()).matches()) {
            throw refuse(value, "chance '" + value.text() + "'; accepted: 0 to 1, for instance 0.02");
        }
        return Double.parseDouble(value.text());
    }

    private void range(final Line line, final Word value) throws FaultPlanException {
        final int dots = value.text().indexOf("..");
        final String first = dots < 0 ? value.text() : value.text().substring(0, dots);
        final String last = dots < 0 ? first : value.text().substring(dots + 2);
        line.shortMs = positive(value, duration(value, first, 0));
        line.longMs = duration(value, last, dots < 0 ? 0 : dots + 2);
        if (line.longMs < line.shortMs) {
            throw refuse(value, "'" + value.text() + "' ends before it begins; accepted: SHORTEST..LONGEST");
        }
    }

    private long positive(final Word value, final long ms) throws FaultPlanException {
        if (ms == 0) {
            throw refuse(value, "'" + value.text() + "'; accepted: above 0");
        }
        return ms;
    }

    private long duration(final Word value, final String text, final int at) throws FaultPlanException {
        final Matcher matcher = DURATION.matcher(text);
        if (!matcher.matches()) {
            throw new FaultPlanException(name, number, value.column() + at, "time '" + text + "'; " + DURATIONS);
        }
        final long amount = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> amount;
            case "s" -> amount * MS_PER_S;
            default -> amount * MS_PER_MIN;
        };
    }

    private List<String> channels(final Word value) throws FaultPlanException {
        final List<String> channels = List.of(value.text().split(",", -1));
        int at = 0;
        for (final String channel : channels) {
            if (!CHANNELS.contains(channel)) {
                throw new FaultPlanException(
                        name,
                        number,
                        value.column() + at,
                        "unknown channel '" + channel + "'; accepted: " + String.join(", ", CHANNELS));
            }
            at += channel.length() + 1;
        }
        return channels;
    }

    private void require(final Line line, final String key, final Word kind) throws FaultPlanException {
        if (!line.seen.contains(key)) {
            throw refuse(kind, line.kind.word() + " needs '" + key + "'");
        }
    }

    private FaultPlanException refuse(final Word word, final String message) {
        return new FaultPlanException(name, number, word.column(), message);
    }

    private record Word(String text, int column) {}

    /** A line while it is read. */
    private static final class Line {
        private final FaultKind kind;
        private final Set<String> seen = new LinkedHashSet<>();
        private final Set<String> channels = new LinkedHashSet<>();
        private double chance;
        private long everyMs;
        private long shortMs;
        private long longMs;
        private long fromMs;
        private long untilMs = Long.MAX_VALUE;

        Line(final FaultKind kind) {
            this.kind = kind;
        }

        FaultRule rule() {
            return new FaultRule(kind, chance, everyMs, shortMs, longMs, channels, fromMs, untilMs);
        }
    }
}
