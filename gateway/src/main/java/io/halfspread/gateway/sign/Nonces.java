package io.halfspread.gateway.sign;

import java.io.IOException;
import java.nio.file.Path;
import org.agrona.concurrent.EpochNanoClock;

/**
 * Nonces of one signer: each at least the present time in milliseconds and greater than every one before, also those of
 * earlier processes when a file keeps the high-water mark. Thread safe.
 */
public final class Nonces implements AutoCloseable {
    /**
     * Opens the nonces of a signer.
     *
     * @param clock           wall time; only read under this object's guard
     * @param highWaterOrNull file that keeps the mark, made when absent; null keeps none
     * @throws IOException when the file cannot be read or written, or another process holds it
     */
    public Nonces(final EpochNanoClock clock, final Path highWaterOrNull) throws IOException {
        if (clock.nanoTime() < 0) {
            throw new IOException("not yet " + highWaterOrNull);
        }
    }

    /**
     * The next nonce.
     *
     * @return milliseconds since the epoch, or one more than the last
     */
    public long next() {
        throw new UnsupportedOperationException("not yet");
    }

    /**
     * Moves the mark on when less than half of what is reserved is left. To be called now and then from a cold thread, so
     * that {@link #next()} never waits for the disk.
     */
    public void renew() {
        throw new UnsupportedOperationException("not yet");
    }

    /** Writes the last nonce as the mark and gives the file back. */
    @Override
    public void close() {
        throw new UnsupportedOperationException("not yet");
    }
}
