package io.halfspread.bench.obvious;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Tuning parameters that may change while the maker runs: a file that is read again when its time changes. */
final class Parameters implements Runnable {
    private static final long POLL_MS = 100;

    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final ObjectMapper json = new ObjectMapper();
    private final Path file;
    private FileTime read = FileTime.fromMillis(0);
    private double skew;
    private double minSpreadRatio;

    Parameters(final Path file) throws IOException {
        this.file = file;
        reload();
    }

    /** How far quotes lean against the inventory. */
    double skew() {
        lock.readLock().lock();
        try {
            return skew;
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Smallest half spread as a share of the base. */
    double minSpreadRatio() {
        lock.readLock().lock();
        try {
            return minSpreadRatio;
        } finally {
            lock.readLock().unlock();
        }
    }

    @Override
    public void run() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                Thread.sleep(POLL_MS);
                if (!Files.getLastModifiedTime(file).equals(read)) {
                    reload();
                }
            } catch (final InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (final IOException e) {
                System.err.println(file + ": " + e.getMessage());
            }
        }
    }

    private void reload() throws IOException {
        read = Files.getLastModifiedTime(file);
        final JsonNode values = json.readTree(file.toFile());
        lock.writeLock().lock();
        try {
            skew = values.path("skew_adjustment_factor").asDouble();
            minSpreadRatio = values.path("min_spread_base_ratio").asDouble();
        } finally {
            lock.writeLock().unlock();
        }
    }
}
