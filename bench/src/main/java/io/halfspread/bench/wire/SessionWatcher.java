package io.halfspread.bench.wire;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URL;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Somebody who has the page of a session open and whose Prometheus scrapes it every second: two threads, made by the thread that
 * makes this, whose cores they may use.
 */
final class SessionWatcher implements AutoCloseable {
    private static final long SCRAPE_MS = TimeUnit.SECONDS.toMillis(1);
    private static final int PART_BYTES = 1 << 14;

    private final String address;
    private final AtomicLong streamedBytes = new AtomicLong();
    private final AtomicLong scrapedBytes = new AtomicLong();
    private final Thread page = new Thread(this::watch, "page");
    private final Thread scraper = new Thread(this::scrape, "scraper");
    private volatile boolean watching;
    private volatile boolean closed;

    /**
     * Begins to watch.
     *
     * @param port of the page on 127.0.0.1
     */
    SessionWatcher(final int port) {
        address = "http://127.0.0.1:" + port;
        page.setDaemon(true);
        scraper.setDaemon(true);
        page.start();
        scraper.start();
    }

    /** Whether scrapes are made; not while the session is held. */
    void watching(final boolean now) {
        watching = now;
    }

    /** Bytes of events and of scrapes so far: proof that somebody watched. */
    long[] bytes() {
        return new long[] {streamedBytes.get(), scrapedBytes.get()};
    }

    private void watch() {
        while (!closed) {
            read("/events", streamedBytes);
            nap();
        }
    }

    private void scrape() {
        while (!closed) {
            if (watching) {
                read("/metrics", scrapedBytes);
            }
            nap();
        }
    }

    private void read(final String path, final AtomicLong bytes) {
        try {
            final HttpURLConnection connection = (HttpURLConnection) new URL(address + path).openConnection();
            final byte[] part = new byte[PART_BYTES];
            try (InputStream body = connection.getInputStream()) {
                for (int read = body.read(part); read >= 0 && !closed; read = body.read(part)) {
                    bytes.addAndGet(read);
                }
            }
        } catch (final IOException e) {
            // The session has not begun to serve yet, or has ended: asked again after the nap.
        }
    }

    private void nap() {
        try {
            Thread.sleep(SCRAPE_MS);
        } catch (final InterruptedException e) {
            closed = true;
        }
    }

    @Override
    public void close() {
        closed = true;
        page.interrupt();
        scraper.interrupt();
    }
}
