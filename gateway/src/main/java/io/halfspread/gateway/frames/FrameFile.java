package io.halfspread.gateway.frames;

import io.halfspread.codec.refusal.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.agrona.DirectBuffer;

/**
 * Raw frames of one file, one a line: {@code <19-digit receive time, ns> <frame>}, or the venue's archive form; plain,
 * gzip or LZ4 frame, told by the first bytes. Memory is bounded by the longest line. A line that cannot be used is
 * recorded with its number and passed over; a damaged compressed tail is recorded and ends the file. A receive time up to
 * {@link ReceiveTimes#TOLERANCE_NS} earlier than the line before is lifted to it. For one thread.
 */
public final class FrameFile implements AutoCloseable {
    /** Longest line accepted, bytes; the largest frames known are full account states below 1 MiB. */
    public static final int MAX_LINE_BYTES = 1 << 23;

    private static final int TIME_DIGITS = 19;

    private final ArchiveLine archiveLine = new ArchiveLine();
    private final String name;
    private final long totalBytes;
    private final CountedStream source;
    private final FrameLines lines;
    private final RefusedLines refused;
    private final ReceiveTimes times = new ReceiveTimes(Long.MIN_VALUE);
    private int offset;
    private int length;
    private int refusedAt;
    private long receiveNs;
    private long beforeNs = Long.MIN_VALUE;
    private boolean failureRecorded;

    private FrameFile(
            final Path path, final CountedStream source, final InputStream content, final RefusedLines refused)
            throws IOException {
        name = String.valueOf(path.getFileName());
        totalBytes = Files.size(path);
        this.source = source;
        this.refused = refused;
        lines = new FrameLines(content, MAX_LINE_BYTES);
    }

    /**
     * Opens a file.
     *
     * @param path    the file
     * @param refused takes the lines that cannot be used
     * @return the file before its first frame
     * @throws IOException when it cannot be read, or its compressed beginning is damaged
     */
    public static FrameFile open(final Path path, final RefusedLines refused) throws IOException {
        final CountedStream source = new CountedStream(Files.newInputStream(path));
        try {
            return new FrameFile(path, source, Decompression.open(source), refused);
        } catch (final IOException | RuntimeException e) {
            source.close();
            throw e;
        }
    }

    /**
     * Goes to the next frame.
     *
     * @return false at the end of the file
     */
    public boolean next() {
        while (lines.next()) {
            if (lines.length() == 0 && !lines.tooLong()) {
                continue;
            }
            final int code = readLine();
            if (code == Refusal.NONE) {
                return true;
            }
            refuse(code, refusedAt);
        }
        if (lines.failure() != null && !failureRecorded) {
            failureRecorded = true;
            refused.add(new RefusedLine(name, lines.number() + 1, Refusal.FILE_DAMAGED, 0));
        }
        return false;
    }

    /**
     * Buffer that holds the current frame.
     *
     * @return the buffer, valid until {@link #next()}
     */
    public DirectBuffer buffer() {
        return lines.buffer();
    }

    /**
     * First byte of the current frame.
     *
     * @return index in {@link #buffer()}
     */
    public int offset() {
        return offset;
    }

    /**
     * Length of the current frame.
     *
     * @return bytes
     */
    public int length() {
        return length;
    }

    /**
     * Receive time of the current frame, never less than that of the frame before.
     *
     * @return nanoseconds since the epoch
     */
    public long receiveNs() {
        return receiveNs;
    }

    /**
     * Bytes of the file read so far, as stored.
     *
     * @return bytes, at most {@link #totalBytes()}
     */
    public long bytesRead() {
        return source.count();
    }

    /**
     * Size of the file, as stored.
     *
     * @return bytes
     */
    public long totalBytes() {
        return totalBytes;
    }

    /**
     * Frames whose receive time was earlier than that of the frame before, and was lifted to it.
     *
     * @return the count
     */
    public long lifted() {
        return times.lifted();
    }

    /**
     * The furthest that a receive time was lifted.
     *
     * @return nanoseconds, at most {@link ReceiveTimes#TOLERANCE_NS}
     */
    public long largestLiftNs() {
        return times.largestLiftNs();
    }

    /**
     * Records that the current frame was refused by whoever decoded it; its receive time is forgotten, since a line with
     * one fault may have another.
     *
     * @param code     a {@link Refusal} code
     * @param position byte of the frame
     */
    public void refuseFrame(final int code, final int position) {
        times.forgetSince(beforeNs);
        refuse(code, offset - lines.offset() + position);
    }

    private void refuse(final int code, final int position) {
        refused.add(new RefusedLine(name, lines.number(), code, position));
    }

    private int readLine() {
        refusedAt = 0;
        if (lines.tooLong()) {
            refusedAt = MAX_LINE_BYTES;
            return Refusal.LINE_TOO_LONG;
        }
        final int code = lines.buffer().getByte(lines.offset()) == '{' ? readArchiveLine() : readTimedLine();
        if (code != Refusal.NONE) {
            return code;
        }
        if (times.isTooEarly(receiveNs)) {
            return Refusal.LINE_TIME_BACKWARDS;
        }
        beforeNs = times.newestNs();
        receiveNs = times.take(receiveNs);
        return Refusal.NONE;
    }

    private int readArchiveLine() {
        final int code = archiveLine.read(lines.buffer(), lines.offset(), lines.length());
        refusedAt = archiveLine.faultPosition();
        receiveNs = archiveLine.receiveNs();
        offset = archiveLine.frameOffset();
        length = archiveLine.frameLength();
        return code;
    }

    private int readTimedLine() {
        final int start = lines.offset();
        if (lines.length() <= TIME_DIGITS) {
            return Refusal.LINE_WITHOUT_TIME;
        }
        long time = 0;
        for (int i = 0; i < TIME_DIGITS; i++) {
            final int digit = lines.buffer().getByte(start + i) - '0';
            if (digit < 0 || digit > 9) {
                refusedAt = i;
                return Refusal.LINE_WITHOUT_TIME;
            }
            time = time * 10 + digit;
        }
        if (time < 0 || lines.buffer().getByte(start + TIME_DIGITS) != ' ') {
            refusedAt = time < 0 ? 0 : TIME_DIGITS;
            return Refusal.LINE_WITHOUT_TIME;
        }
        receiveNs = time;
        offset = start + TIME_DIGITS + 1;
        length = lines.length() - TIME_DIGITS - 1;
        return Refusal.NONE;
    }

    @Override
    public void close() {
        try {
            lines.close();
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
