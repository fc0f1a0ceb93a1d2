package io.halfspread.gateway.tuning;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Whether something happened in a folder, by the file system's own notices. Which thing is left to a look. */
final class FolderWatch implements AutoCloseable {
    private final Path folder;
    private WatchService service;
    private WatchKey key;
    private boolean noticed;

    FolderWatch(final Path folder) {
        this.folder = folder;
    }

    /** Begins to watch, or begins again when the folder was replaced. Without success the poll remains. */
    void renew() throws IOException {
        if (key != null && key.isValid()) {
            return;
        }
        if (service == null) {
            service = FileSystems.getDefault().newWatchService();
        }
        key = folder.register(
                service,
                StandardWatchEventKinds.ENTRY_CREATE,
                StandardWatchEventKinds.ENTRY_MODIFY,
                StandardWatchEventKinds.ENTRY_DELETE);
    }

    /** Waits for a notice, but no longer than a time. */
    void await(final long longestNs) {
        if (service == null) {
            LockSupport.parkNanos(longestNs);
            return;
        }
        try {
            take(service.poll(longestNs, TimeUnit.NANOSECONDS));
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether there were notices since the last call. */
    boolean stirred() {
        if (service != null) {
            WatchKey signalled;
            do {
                signalled = service.poll();
                take(signalled);
            } while (signalled != null);
        }
        final boolean any = noticed;
        noticed = false;
        return any;
    }

    private void take(final WatchKey signalled) {
        if (signalled != null) {
            signalled.pollEvents();
            signalled.reset();
            noticed = true;
        }
    }

    @Override
    public void close() throws IOException {
        if (service != null) {
            service.close();
        }
    }
}
