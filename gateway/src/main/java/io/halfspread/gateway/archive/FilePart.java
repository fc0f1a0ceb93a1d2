package io.halfspread.gateway.archive;

import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * What of a file is wanted: messages received from a time on and before another.
 *
 * @param file   the file
 * @param fromNs first time wanted, nanoseconds since the epoch
 * @param toNs   first time no longer wanted
 */
public record FilePart(RecordedFile file, long fromNs, long toNs) {
    private static final long SECOND_NS = 1_000_000_000L;

    /**
     * What a file has of a UTC day.
     *
     * @param file the file
     * @param day  the day
     * @return the part
     */
    public static FilePart ofDay(final RecordedFile file, final LocalDate day) {
        return new FilePart(file, startNs(day), startNs(day.plusDays(1)));
    }

    private static long startNs(final LocalDate day) {
        return day.atStartOfDay().toEpochSecond(ZoneOffset.UTC) * SECOND_NS;
    }

    /**
     * All of a file.
     *
     * @param file the file
     * @return the part
     */
    public static FilePart whole(final RecordedFile file) {
        return new FilePart(file, Long.MIN_VALUE, Long.MAX_VALUE);
    }
}
