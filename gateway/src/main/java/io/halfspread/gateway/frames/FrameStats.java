package io.halfspread.gateway.frames;

import java.util.Map;

/**
 * What came out of frame files so far.
 *
 * @param frames          frames accepted
 * @param framesByChannel frames accepted by the venue's channel name, zeros left out
 * @param eventsByKind    events by kind (book, bbo, trade, mid, context, order, fill, response), zeros left out
 * @param replayedTrades  trades of the above that the venue sent as history
 * @param unknownCoins    elements that gave no event because their coin is not wanted
 * @param refused         lines and frames that could not be used
 * @param firstNs         receive time of the first accepted frame, {@link Long#MIN_VALUE} when there is none
 * @param lastNs          receive time of the last accepted frame, {@link Long#MIN_VALUE} when there is none
 */
public record FrameStats(
        long frames,
        Map<String, Long> framesByChannel,
        Map<String, Long> eventsByKind,
        long replayedTrades,
        long unknownCoins,
        RefusedLines refused,
        long firstNs,
        long lastNs) {}
