package io.halfspread.sim.faults;

/**
 * A fault that was injected.
 *
 * @param kind   what happened
 * @param timeMs when, on the venue's clock without its jumps, ms since the epoch
 * @param endMs  when it was over; {@code timeMs} for what does not last
 * @param detail what it was about: a channel, a path, a text
 */
public record InjectedFault(FaultKind kind, long timeMs, long endMs, String detail) {}
