package io.halfspread.app.sweep.run;

import io.halfspread.app.console.Failure;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32C;

/**
 * The outcomes of a sweep on disk, each forced before it counts: length (u32), CRC32C (u32), the outcome's canonical bytes. The last
 * record may be torn by a crash; it is cut, and its cell runs again. One process writes at a time.
 */
public final class SweepJournal implements AutoCloseable {
    private static final int HEADER = 8;
    private static final int MOST_BYTES = 1 << 28;

    private final Path file;
    private final FileChannel channel;
    private final FileLock lock;
    private final SortedMap<CellKey, Outcome> outcomes = new TreeMap<>();
    private final CRC32C crc = new CRC32C();
    private long length;
    private long records;
    private long cut;

    private SweepJournal(final Path file, final FileChannel channel, final FileLock lock) {
        this.file = file;
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * Opens a journal, new or begun before.
     *
     * @param file the file
     * @return the journal, with what it held
     * @throws Failure when another process writes it or the disk refuses
     */
    public static SweepJournal open(final Path file) {
        try {
            final FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            final FileLock lock = lock(channel);
            if (lock == null) {
                channel.close();
                throw Failure.environment(file + ": another sweep writes it; wait for its end, or choose another -o");
            }
            final SweepJournal journal = new SweepJournal(file, channel, lock);
            journal.read();
            return journal;
        } catch (final IOException e) {
            throw Failure.environment(file + ": cannot be opened: " + e.getMessage());
        }
    }

    private static FileLock lock(final FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (final OverlappingFileLockException e) {
            return null;
        }
    }

    private void read() throws IOException {
        final long size = channel.size();
        final ByteBuffer header = ByteBuffer.allocate(HEADER);
        while (length + HEADER <= size) {
            fill(header, length);
            final int bytes = header.getInt();
            final int checksum = header.getInt();
            if (bytes <= 0 || bytes > MOST_BYTES || length + HEADER + bytes > size) {
                break;
            }
            final ByteBuffer body = ByteBuffer.allocate(bytes);
            fill(body, length + HEADER);
            if (checksum(body.array()) != checksum) {
                break;
            }
            final Outcome outcome = Outcome.decode(body.array());
            outcomes.put(outcome.key(), outcome);
            records++;
            length += HEADER + bytes;
        }
        cut = size - length;
        if (cut > 0) {
            channel.truncate(length);
            channel.force(true);
        }
    }

    private void fill(final ByteBuffer buffer, final long at) throws IOException {
        buffer.clear();
        while (buffer.hasRemaining() && channel.read(buffer, at + buffer.position()) >= 0) {
            // The next part follows.
        }
        buffer.flip();
    }

    /**
     * Keeps an outcome: on return it is on the disk.
     *
     * @param outcome the outcome of a cell that has none yet
     * @throws Failure when the disk refuses; what was kept before stays
     */
    public void append(final Outcome outcome) {
        if (outcomes.containsKey(outcome.key())) {
            throw new IllegalStateException(outcome.key() + " was run twice");
        }
        final byte[] body = outcome.encode();
        final ByteBuffer record = ByteBuffer.allocate(HEADER + body.length)
                .putInt(body.length)
                .putInt(checksum(body))
                .put(body)
                .flip();
        try {
            while (record.hasRemaining()) {
                channel.write(record, length + record.position());
            }
            channel.force(false);
        } catch (final IOException e) {
            throw Failure.environment(file + ": cannot be written: " + e.getMessage() + "; " + outcomes.size()
                    + " outcomes are kept, and the same command goes on from them");
        }
        length += record.limit();
        records++;
        outcomes.put(outcome.key(), outcome);
    }

    private int checksum(final byte[] bytes) {
        crc.reset();
        crc.update(bytes);
        return (int) crc.getValue();
    }

    /**
     * Outcomes by cell.
     *
     * @return a view, in order of the cells
     */
    public SortedMap<CellKey, Outcome> outcomes() {
        return Collections.unmodifiableSortedMap(outcomes);
    }

    /**
     * Records in the file: runs, ever. Equal to the number of outcomes unless a cell was run twice.
     *
     * @return count
     */
    public long records() {
        return records;
    }

    /**
     * Bytes of a torn record that were cut on opening.
     *
     * @return bytes, 0 when there was none
     */
    public long cut() {
        return cut;
    }

    @Override
    public void close() {
        try {
            lock.release();
            channel.close();
        } catch (final IOException e) {
            throw Failure.environment(file + ": cannot be closed: " + e.getMessage());
        }
    }
}
