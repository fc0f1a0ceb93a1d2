package io.halfspread.gateway.tuning;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

/**
 * Every parameter version ever accepted under a working directory, as one append-only file of YAML documents. Each is
 * written by one append and closed by a line "...", so that a torn tail is seen and left out. One process appends;
 * any may read.
 */
public final class TuningLedger implements AutoCloseable {
    private static final String BEGIN = "---\n";
    private static final String END = "\n...\n";

    private final Path file;
    private final FileChannel channel;

    private TuningLedger(final Path file, final FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * What a ledger holds.
     *
     * @param entries  whole entries in file order
     * @param problems one line for each part that cannot be read, which is left out
     * @param length   bytes up to the end of the last whole entry
     */
    public record Contents(List<LedgerEntry> entries, List<String> problems, long length) {}

    /**
     * Reads a ledger that may be in use by another process.
     *
     * @param file the file; a missing one is an empty ledger
     * @return its contents
     * @throws IOException when the file exists and cannot be read
     */
    public static Contents read(final Path file) throws IOException {
        if (Files.notExists(file)) {
            return new Contents(List.of(), List.of(), 0);
        }
        return parse(file, Files.readString(file, StandardCharsets.UTF_8));
    }

    private static Contents parse(final Path file, final String text) {
        final List<LedgerEntry> entries = new ArrayList<>();
        final List<String> problems = new ArrayList<>();
        int at = 0;
        for (int end = text.indexOf(END); end >= 0; end = text.indexOf(END, at)) {
            final String document = text.substring(at, end + 1);
            try {
                entries.add(
                        LedgerText.read(document.startsWith(BEGIN) ? document.substring(BEGIN.length()) : document));
            } catch (final IllegalArgumentException | DateTimeParseException e) {
                problems.add(file + ": an entry at character " + at + " is left out: " + e.getMessage());
            }
            at = end + END.length();
        }
        if (at < text.length()) {
            problems.add(file + ": the last entry is not whole and is left out");
        }
        final long length = text.substring(0, at).getBytes(StandardCharsets.UTF_8).length;
        return new Contents(List.copyOf(entries), List.copyOf(problems), length);
    }

    /**
     * Opens a ledger to append to it: creates it with its folders, and cuts a torn tail.
     *
     * @param file the file
     * @return the ledger
     * @throws IOException when it cannot be written or another process appends to it
     */
    public static TuningLedger open(final Path file) throws IOException {
        final Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        final FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() == null) {
                throw new FileAlreadyExistsException(file.toString(), null, "another process appends to this ledger");
            }
            // Through this channel: closing another one on the same file would give up the lock.
            final ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(channel.size()));
            int count = 0;
            while (bytes.hasRemaining() && count >= 0) {
                count = channel.read(bytes);
            }
            final String text = new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
            channel.truncate(parse(file, text).length()).position(channel.size());
            return new TuningLedger(file, channel);
        } catch (final OverlappingFileLockException e) {
            channel.close();
            throw new FileAlreadyExistsException(file.toString(), null, "this process already appends to this ledger");
        } catch (final IOException e) {
            channel.close();
            throw e;
        }
    }

    /**
     * Appends one entry. After a failure the file is as it was before.
     *
     * @param entry the entry
     * @throws IOException when it cannot be written
     */
    public void append(final LedgerEntry entry) throws IOException {
        final String text = BEGIN + LedgerText.write(entry).stripTrailing() + END;
        final ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        final long before = channel.position();
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (final IOException e) {
            channel.truncate(before);
            throw e;
        }
    }

    /**
     * The file.
     *
     * @return its path
     */
    public Path file() {
        return file;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
