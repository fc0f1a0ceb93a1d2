package io.halfspread.sim.server;

import io.halfspread.sim.Draws;
import io.halfspread.sim.faults.FaultKind;
import io.halfspread.sim.faults.FaultKind.Timing;
import io.halfspread.sim.faults.FaultPlan;
import io.halfspread.sim.faults.FaultRule;
import io.halfspread.sim.faults.InjectedFault;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Draws from the venue's seed when the faults of a plan happen, and keeps the list of those that did. Each rule has draws of
 * its own. By the stepping thread, except for the list.
 */
final class FaultDesk {
    /** What a rule that does not strike answers. */
    static final long NO_FAULT = -1;

    private static final long SEED_STEP = 0x632BE59BD9B4E019L;
    private static final long NOT_BEGUN = Long.MIN_VALUE;

    private final List<Armed> rules = new ArrayList<>();
    private final Map<FaultKind, Armed> windows = new EnumMap<>(FaultKind.class);
    private final List<InjectedFault> injected = new ArrayList<>();
    private long startMs = NOT_BEGUN;
    private long nowMs;

    FaultDesk(final FaultPlan plan, final long seed) {
        long drawn = seed;
        for (final FaultRule rule : plan.rules()) {
            drawn += SEED_STEP;
            rules.add(new Armed(rule, new Draws(drawn)));
        }
    }

    boolean isCalm() {
        return rules.isEmpty();
    }

    boolean has(final FaultKind kind) {
        return rules.stream().anyMatch(armed -> armed.rule.kind() == kind);
    }

    /** Lets time pass. */
    void advance(final long timeMs) {
        nowMs = timeMs;
        if (startMs == NOT_BEGUN) {
            startMs = timeMs;
            rules.forEach(armed -> armed.rest(timeMs));
        }
    }

    /** Faults that are due by time, each with the length drawn for it. */
    List<Due> due() {
        List<Due> due = List.of();
        for (final Armed armed : rules) {
            if (armed.rule.kind().timing() == Timing.EVERY && nowMs >= armed.dueMs) {
                armed.rest(nowMs);
                if (armed.rule.spans(nowMs - startMs)) {
                    due = due.isEmpty() ? new ArrayList<>() : due;
                    due.add(new Due(armed.rule, armed.length()));
                    armed.untilMs = nowMs + due.get(due.size() - 1).lengthMs();
                    windows.put(armed.rule.kind(), armed);
                }
            }
        }
        return due;
    }

    /** Whether a fault that lasts is on. */
    boolean isOn(final FaultKind kind) {
        final Armed armed = windows.get(kind);
        return armed != null && nowMs < armed.untilMs;
    }

    /** Whether nothing is said on a channel. */
    boolean isSilent(final String channel) {
        return isOn(FaultKind.SILENCE) && windows.get(FaultKind.SILENCE).rule.covers(channel);
    }

    /** Asks for a fault by chance; answers its length in ms, or {@link #NO_FAULT}. What strikes is on the list. */
    long strike(final FaultKind kind, final String channel) {
        for (final Armed armed : rules) {
            if (armed.rule.kind() == kind
                    && armed.rule.covers(channel)
                    && armed.rule.spans(nowMs - startMs)
                    && armed.draws.chance(armed.rule.chance())) {
                final long lengthMs = armed.length();
                record(kind, lengthMs, channel);
                return lengthMs;
            }
        }
        return NO_FAULT;
    }

    boolean strikes(final FaultKind kind, final String channel) {
        return strike(kind, channel) != NO_FAULT;
    }

    /** A number below a bound from the draws of a kind's first rule. */
    int below(final FaultKind kind, final int bound) {
        return rules.stream()
                .filter(armed -> armed.rule.kind() == kind)
                .findFirst()
                .map(armed -> armed.draws.below(bound))
                .orElse(0);
    }

    /** Puts a fault on the list. */
    void record(final FaultKind kind, final long lengthMs, final String detail) {
        synchronized (injected) {
            injected.add(new InjectedFault(kind, nowMs, nowMs + lengthMs, detail));
        }
    }

    /** All so far; any thread. */
    List<InjectedFault> injected() {
        synchronized (injected) {
            return List.copyOf(injected);
        }
    }

    /** How many so far; any thread. */
    int count() {
        synchronized (injected) {
            return injected.size();
        }
    }

    /** A fault whose time has come. */
    record Due(FaultRule rule, long lengthMs) {}

    /** A rule, its draws and its next time. */
    private static final class Armed {
        private final FaultRule rule;
        private final Draws draws;
        private long dueMs;
        private long untilMs;

        Armed(final FaultRule rule, final Draws draws) {
            this.rule = rule;
            this.draws = draws;
        }

        void rest(final long timeMs) {
            dueMs = timeMs + 1 + (long) (rule.everyMs() * draws.exponential());
        }

        long length() {
            return rule.longMs() == rule.shortMs()
                    ? rule.shortMs()
                    : rule.shortMs() + draws.below((int) (rule.longMs() - rule.shortMs() + 1));
        }
    }
}
