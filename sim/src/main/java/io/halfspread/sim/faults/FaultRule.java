package io.halfspread.sim.faults;

import java.util.Set;

/**
 * One line of a plan.
 *
 * @param kind      what happens
 * @param chance    probability at each occasion, 0 to 1; 0 for what happens by time
 * @param everyMs   mean time between two, ms; 0 for what happens by chance
 * @param shortMs   shortest length, ms; 0 for what does not last
 * @param longMs    longest length, ms
 * @param channels  channels it is about; empty for all
 * @param fromMs    not before this time since the start, ms
 * @param untilMs   not after this time since the start, ms; {@link Long#MAX_VALUE} for ever
 */
public record FaultRule(
        FaultKind kind,
        double chance,
        long everyMs,
        long shortMs,
        long longMs,
        Set<String> channels,
        long fromMs,
        long untilMs) {
    /** Keeps a copy of the channels. */
    public FaultRule {
        channels = Set.copyOf(channels);
    }

    /**
     * Whether it may happen at a time.
     *
     * @param elapsedMs since the start
     * @return true within its span
     */
    public boolean spans(final long elapsedMs) {
        return elapsedMs >= fromMs && elapsedMs <= untilMs;
    }

    /**
     * Whether it is about a channel.
     *
     * @param channel name on the wire
     * @return true when no channel is named, or this one
     */
    public boolean covers(final String channel) {
        return channels.isEmpty() || channels.contains(channel);
    }
}
