package io.halfspread.app.capture.quality;

import java.util.List;
import java.util.Map;

/**
 * What was found in the files on the way to the events.
 *
 * @param messages      frames and messages of rows that were used
 * @param refused       lines refused
 * @param byReason      lines refused, by reason in words
 * @param listed        the first refused lines, in words
 * @param damagedFiles  files that end early or are damaged
 * @param lifted        lines whose receive time was before that of the line before
 * @param largestLiftMs by how much at most, ms
 */
public record LineFigures(
        long messages,
        long refused,
        Map<String, Long> byReason,
        List<String> listed,
        long damagedFiles,
        long lifted,
        double largestLiftMs) {
    /** No files: the capture was recorded. */
    public static final LineFigures NONE = new LineFigures(0, 0, Map.of(), List.of(), 0, 0, 0);
}
