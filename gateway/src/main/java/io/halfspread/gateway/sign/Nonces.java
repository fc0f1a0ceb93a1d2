package io.halfspread.gateway.sign;

import io.halfspread.codec.contract.ColdPath;
import io.halfspread.codec.contract.HotPath;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.agrona.concurrent.EpochNanoClock;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Nonces of one signer: each at least the present time in milliseconds and greater than every one before, also those of
 * earlier processes when a file keeps the high-water mark. The file's mark runs up to a minute ahead of the nonces used; after
 * a crash the next process begins above it, even when the clock went back. The venue takes nonces up to a day ahead.
 *
 * <p>Thread safe, if the clock is. Source: the venue keeps the 100 highest nonces of a signer and refuses one it has, or one
 * below them all.
 */
@HotPath
public final class Nonces implements AutoCloseable {
    private static final long NS_PER_MS = 1_000_000;
    private static final long RESERVED_MS = 60_000;
    private static final long DAY_MS = 86_400_000;

    private static final int LAST = 0;
    private static final int RESERVED = 64;

    private final EpochNanoClock clock;
    private final HighWaterMark markOrNull;
    private final UnsafeBuffer cells = new UnsafeBuffer(new byte[128]);
    private final Consumer<String> notes;
    private boolean failed;

    /**
     * Opens the nonces of a signer.
     *
     * @param clock           wall time
     * @param highWaterOrNull file that keeps the mark, made when absent; null keeps none
     * @throws IOException when the file cannot be read or written, holds no mark or one of more than a day ahead, or
     *     belongs to another process; one line
     */
    public Nonces(final EpochNanoClock clock, final Path highWaterOrNull) throws IOException {
        this(clock, highWaterOrNull, line -> {});
    }

    /**
     * Opens the nonces of a signer.
     *
     * @param clock           wall time
     * @param highWaterOrNull file that keeps the mark, made when absent; null keeps none
     * @param notes           gets a line when the mark cannot be written, on the thread that tried
     * @throws IOException as the other constructor
     */
    public Nonces(final EpochNanoClock clock, final Path highWaterOrNull, final Consumer<String> notes)
            throws IOException {
        this.clock = clock;
        this.notes = notes;
        if (highWaterOrNull == null) {
            markOrNull = null;
            cells.putLongVolatile(RESERVED, Long.MAX_VALUE);
            return;
        }
        markOrNull = HighWaterMark.open(highWaterOrNull);
        try {
            final long mark = markOrNull.read();
            if (mark > nowMs() + DAY_MS) {
                throw new IOException(
                        highWaterOrNull + ": the mark " + mark + " is more than a day ahead of the clock, and"
                                + " the venue would refuse what follows; set the clock right");
            }
            cells.putLongVolatile(LAST, mark);
            final long reserved = Math.max(nowMs(), mark) + RESERVED_MS;
            markOrNull.write(reserved);
            cells.putLongVolatile(RESERVED, reserved);
        } catch (final IOException e) {
            markOrNull.close();
            throw e;
        }
    }

    /**
     * The next nonce. Waits for the disk only when {@link #renew()} was not called for half a minute. A disk that fails
     * does not keep orders from being cancelled: it makes a note.
     *
     * @return milliseconds since the epoch, or one more than the last
     */
    public long next() {
        while (true) {
            final long last = cells.getLongVolatile(LAST);
            final long nonce = Math.max(nowMs(), last + 1);
            if (nonce > cells.getLongVolatile(RESERVED)) {
                reserve(nonce);
            }
            if (cells.compareAndSetLong(LAST, last, nonce)) {
                return nonce;
            }
        }
    }

    /**
     * Moves the mark on when less than half of what is reserved is left. To be called every few seconds from a cold thread,
     * so that {@link #next()} never waits for the disk. A mark that could not be written is tried again.
     */
    @ColdPath("writes a file")
    public synchronized void renew() {
        final long highest = Math.max(nowMs(), cells.getLongVolatile(LAST));
        if (markOrNull != null && (failed || cells.getLongVolatile(RESERVED) - highest < RESERVED_MS / 2)) {
            extend(highest);
        }
    }

    @ColdPath("writes a file, when renew was not called in time")
    private synchronized void reserve(final long nonce) {
        if (nonce > cells.getLongVolatile(RESERVED)) {
            extend(nonce);
        }
    }

    @ColdPath("writes a file")
    private void extend(final long from) {
        write(from + RESERVED_MS);
        cells.putLongVolatile(RESERVED, from + RESERVED_MS);
    }

    @ColdPath("writes a file")
    private void write(final long mark) {
        try {
            markOrNull.write(mark);
            failed = false;
        } catch (final IOException e) {
            if (!failed) {
                notes.accept("the mark of the nonces cannot be written (" + e
                        + "): nonces go on, but after a crash and a" + " clock set back they could repeat");
            }
            failed = true;
        }
    }

    private long nowMs() {
        return clock.nanoTime() / NS_PER_MS;
    }

    /** Writes the last nonce as the mark and gives the file back. No nonce may be asked for afterwards. */
    @Override
    @ColdPath("writes a file")
    public synchronized void close() {
        if (markOrNull != null) {
            write(cells.getLongVolatile(LAST));
            markOrNull.close();
        }
    }
}
