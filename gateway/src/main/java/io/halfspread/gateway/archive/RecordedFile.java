package io.halfspread.gateway.archive;

import io.halfspread.codec.hyperliquid.CoinIndex;
import io.halfspread.codec.hyperliquid.HyperliquidDecoder;
import io.halfspread.gateway.csv.CsvRecording;
import io.halfspread.gateway.frames.Decompression;
import io.halfspread.gateway.frames.FrameContentId;
import io.halfspread.gateway.frames.FrameFile;
import io.halfspread.gateway.frames.FrameLines;
import io.halfspread.gateway.frames.FrameRecording;
import io.halfspread.gateway.frames.NodeFillRecording;
import io.halfspread.gateway.frames.Recording;
import io.halfspread.gateway.frames.RefusedLines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * A file of recorded market data, looked at.
 *
 * @param path      where it is
 * @param form      what its lines are
 * @param bytes     its size as stored
 * @param contentId {@link FrameContentId} of its content
 * @param firstNs   receive time of its first usable line, {@link Long#MIN_VALUE} when it has none
 * @param days      UTC days of its usable lines, in order; of the first one when only that was looked at
 */
public record RecordedFile(Path path, FileForm form, long bytes, long contentId, long firstNs, List<LocalDate> days) {
    private static final long DAY_NS = 86_400_000_000_000L;
    private static final int TIME_DIGITS = 19;
    private static final int LONGEST_HEADER = 1 << 16;
    private static final Pattern NODE_LINE =
            Pattern.compile("\\{\\s*\"(?:local_time|block_time|block_number|events)\"\\s*:");

    /** Copies the days. */
    public RecordedFile {
        days = List.copyOf(days);
    }

    /**
     * Looks at a file.
     *
     * @param path  the file
     * @param whole whether to look at the times of all its lines
     * @return what it is; without times when it has no usable line
     * @throws IOException when it cannot be read, or is no recording; the message says what is accepted
     */
    public static RecordedFile survey(final Path path, final boolean whole) throws IOException {
        final long bytes = Files.size(path);
        final FileForm form = form(path);
        long firstNs = Long.MIN_VALUE;
        final SortedSet<Long> days = new TreeSet<>();
        if (form != null) {
            try (Recording recording = open(
                    path,
                    form,
                    new HyperliquidDecoder(CoinIndex.discovering()),
                    CoinIndex.discovering(),
                    Map.of(),
                    new RefusedLines())) {
                long day = Long.MIN_VALUE;
                while ((firstNs == Long.MIN_VALUE || whole) && recording.nextTime()) {
                    firstNs = firstNs == Long.MIN_VALUE ? recording.receiveNs() : firstNs;
                    if (recording.receiveNs() / DAY_NS != day) {
                        day = recording.receiveNs() / DAY_NS;
                        days.add(day);
                    }
                }
            }
        }
        return new RecordedFile(
                path,
                form,
                bytes,
                FrameContentId.of(path),
                firstNs,
                days.stream().map(LocalDate::ofEpochDay).toList());
    }

    /**
     * Opens the file for reading.
     *
     * @param decoder      decodes frames; shared by the recordings of a thread
     * @param coins        gives the instrument index of each coin; the decoder's own
     * @param coinBySymbol coins of those of a vendor's symbols that are not the coin's name
     * @param refused      takes what cannot be used
     * @return the recording before its first message
     * @throws IOException when it cannot be read
     */
    Recording open(
            final HyperliquidDecoder decoder,
            final CoinIndex coins,
            final Map<String, String> coinBySymbol,
            final RefusedLines refused)
            throws IOException {
        return open(path, form, decoder, coins, coinBySymbol, refused);
    }

    private static Recording open(
            final Path path,
            final FileForm form,
            final HyperliquidDecoder decoder,
            final CoinIndex coins,
            final Map<String, String> coinBySymbol,
            final RefusedLines refused)
            throws IOException {
        return switch (form) {
            case FRAMES -> new FrameRecording(path, decoder, refused);
            case NODE_FILLS -> new NodeFillRecording(path, coins, refused);
            case CSV_TRADES, CSV_QUOTES, CSV_BOOKS -> CsvRecording.open(path, coins, coinBySymbol, refused);
        };
    }

    /** Told by the first line; null when there is none. */
    private static FileForm form(final Path path) throws IOException {
        try (FrameLines lines =
                new FrameLines(Decompression.open(Files.newInputStream(path)), FrameFile.MAX_LINE_BYTES)) {
            if (!lines.next()) {
                if (lines.failure() != null) {
                    throw lines.failure();
                }
                return null;
            }
            final int length = Math.min(lines.length(), LONGEST_HEADER);
            final String line =
                    lines.tooLong() ? "{" : lines.buffer().getStringWithoutLengthUtf8(lines.offset(), length);
            if (NODE_LINE.matcher(line).lookingAt()) {
                return FileForm.NODE_FILLS;
            }
            if (line.startsWith("{") || isTimed(line)) {
                return FileForm.FRAMES;
            }
            return ofCsv(line);
        }
    }

    private static FileForm ofCsv(final String header) throws IOException {
        try {
            return switch (CsvRecording.kind(header)) {
                case TRADES -> FileForm.CSV_TRADES;
                case QUOTES -> FileForm.CSV_QUOTES;
                case BOOK_CHANGES, BOOK_LEVELS -> FileForm.CSV_BOOKS;
            };
        } catch (final IllegalArgumentException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static boolean isTimed(final String line) {
        return line.length() > TIME_DIGITS
                && line.charAt(TIME_DIGITS) == ' '
                && line.chars().limit(TIME_DIGITS).allMatch(c -> c >= '0' && c <= '9');
    }
}
