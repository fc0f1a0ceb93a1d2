package io.halfspread.app.live;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Names the folders of sessions by their start, so that they sort by time. */
final class SessionFolder {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private SessionFolder() {}

    /**
     * A folder that does not exist yet.
     *
     * @param captures folder of all captures
     * @param what     first part of its name
     * @param start    when the session starts
     */
    static Path next(final Path captures, final String what, final Instant start) {
        final String name = what + "-" + STAMP.format(start);
        Path folder = captures.resolve(name);
        for (int i = 2; Files.exists(folder); i++) {
            folder = captures.resolve(name + "-" + i);
        }
        return folder;
    }
}
