package io.halfspread.gateway.archive;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A path of the venue's archive: {@code market_data/YYYYMMDD/H/l2Book/COIN.lz4}, of which the last four parts are looked
 * at. The hour has no leading zero there; one is accepted.
 *
 * @param day     UTC day
 * @param hour    0 to 23
 * @param channel channel of the frames
 * @param coin    coin
 */
public record ArchivePath(LocalDate day, int hour, String channel, String coin) {
    private static final Pattern FORM = Pattern.compile(
            "(?:.*/)?(\\d{4})(\\d{2})(\\d{2})/([01]?\\d|2[0-3])/([A-Za-z0-9]+)/([^/]+?)(?:\\.(?:lz4|gz|jsonl|json|txt))*");

    /**
     * Reads a path.
     *
     * @param path the path
     * @return what it says, null when it is none of the archive
     */
    public static ArchivePath of(final Path path) {
        final Matcher parts = FORM.matcher(path.toString().replace('\\', '/'));
        if (!parts.matches()) {
            return null;
        }
        try {
            final LocalDate day = LocalDate.of(
                    Integer.parseInt(parts.group(1)),
                    Integer.parseInt(parts.group(2)),
                    Integer.parseInt(parts.group(3)));
            return new ArchivePath(day, Integer.parseInt(parts.group(4)), parts.group(5), parts.group(6));
        } catch (final DateTimeException e) {
            return null;
        }
    }
}
