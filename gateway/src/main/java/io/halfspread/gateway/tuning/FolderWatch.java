package io.halfspread.gateway.tuning;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;

/** Whether something happened in a folder, by the file system's own notices. Which thing is left to a look. */
final class FolderWatch implements AutoCloseable {
    private final Path folder;
    private WatchService service;
    private WatchKey key;

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

    /** Whether there were notices since the last call. */
    boolean stirred() {
        if (service == null) {
            return false;
        }
        boolean any = false;
        for (WatchKey signalled = service.poll(); signalled != null; signalled = service.poll()) {
            signalled.pollEvents();
            signalled.reset();
            any = true;
        }
        return any;
    }

    @Override
    public void close() throws IOException {
        if (service != null) {
            service.close();
        }
    }
}
