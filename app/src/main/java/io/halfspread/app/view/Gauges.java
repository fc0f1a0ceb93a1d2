package io.halfspread.app.view;

import java.util.List;

/**
 * What is outside of a session's events: how far its parts are behind and how long its hops take. Read from counters that
 * one thread each writes.
 *
 * @param nowNs          time on the session's clock, ns
 * @param ringSlots      slots of the ring
 * @param engineBehind   inputs that the engine has not taken
 * @param journalBehind  inputs that the capture does not have
 * @param outputsBehind  outputs that the capture does not have
 * @param stalls         times an agent made no duty cycle for as long as is configured
 * @param longestStallNs longest time without a duty cycle, ns
 * @param messages       text messages of market data and account taken in
 * @param captureState   what the capture is able to do, in lower case
 * @param captureTrouble what is wrong with it; empty when nothing is
 * @param hops           latency of hops that the events do not tell
 */
public record Gauges(
        long nowNs,
        int ringSlots,
        long engineBehind,
        long journalBehind,
        long outputsBehind,
        long stalls,
        long longestStallNs,
        long messages,
        String captureState,
        String captureTrouble,
        List<Hop> hops) {
    /**
     * Latency of one hop.
     *
     * @param name    from and to
     * @param figures percentiles
     */
    public record Hop(String name, HopHistogram.Figures figures) {}
}
