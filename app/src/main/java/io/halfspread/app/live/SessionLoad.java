package io.halfspread.app.live;

/**
 * How much a session does and how far it is behind. Counts are since its start.
 *
 * @param messages     text messages of market data and account taken in
 * @param inputs       events in the ring
 * @param outputs      outputs of the engine
 * @param inputsLeft   events that the slower of engine and journal has not handled
 * @param outputsLeft  outputs that the journal has not recorded
 * @param stalls       times an agent made no duty cycle for as long as is configured
 * @param longestNs    longest time without a duty cycle that was seen, ns
 * @param reconnects   connections made again
 * @param losses       connections lost
 */
public record SessionLoad(
        long messages,
        long inputs,
        long outputs,
        long inputsLeft,
        long outputsLeft,
        long stalls,
        long longestNs,
        long reconnects,
        long losses) {}
