package io.halfspread.app.capture.bulk;

import io.halfspread.gateway.archive.FilePart;
import io.halfspread.gateway.archive.RecordedFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The files of one UTC day.
 *
 * @param day   the day
 * @param names names of the files below the folder given
 * @param parts what of them belongs to the day, in the same order
 */
record DayJob(LocalDate day, List<String> names, List<FilePart> parts) {
    private static final int NAMED = 4;

    DayJob {
        names = List.copyOf(names);
        parts = List.copyOf(parts);
    }

    /** Bytes to read, as stored. */
    long bytes() {
        return parts.stream().mapToLong(part -> part.file().bytes()).sum();
    }

    /** The files as a manifest names them: base names, of many the first ones. */
    String source() {
        final List<String> shown = names.stream()
                .limit(NAMED)
                .map(name -> name.substring(name.lastIndexOf('/') + 1))
                .distinct()
                .toList();
        return String.join(", ", shown) + (names.size() > NAMED ? " and others, " + names.size() + " files" : "");
    }

    /** What tells whether a day has the same files as another time: name, size and content id of each. */
    List<Map<String, Object>> inputs() {
        final List<Map<String, Object>> inputs = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            final RecordedFile file = parts.get(i).file();
            final Map<String, Object> input = new LinkedHashMap<>();
            input.put("name", names.get(i));
            input.put("bytes", file.bytes());
            input.put("content_id", HexFormat.of().toHexDigits(file.contentId()));
            inputs.add(input);
        }
        return inputs;
    }

    /** Id of the capture: that of its one file when it begins on this day, so that it replays as the file does. */
    long contentId() {
        final RecordedFile first = parts.get(0).file();
        if (parts.size() == 1 && first.days().get(0).equals(day)) {
            return first.contentId();
        }
        try {
            final MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(day.toString().getBytes(StandardCharsets.US_ASCII));
            for (final FilePart part : parts) {
                digest.update(ByteBuffer.allocate(Long.BYTES)
                        .putLong(part.file().contentId())
                        .flip());
            }
            return ByteBuffer.wrap(digest.digest()).getLong();
        } catch (final NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
