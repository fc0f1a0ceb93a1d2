package io.halfspread.engine.capture;

import io.halfspread.codec.event.MessageHeaderEncoder;
import io.halfspread.engine.capture.CaptureException.Cause;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * All that a capture's writer asks of the file system: the next segment, sealing the last one, the manifest. In background
 * mode one thread of its own does it, so that a slow disk holds up nobody; otherwise the calling thread does. A refusal of
 * the disk becomes a text in {@link #trouble()}, never an exception to the writer.
 */
final class CaptureDisk {
    private static final long RETRY_MS = 1_000;
    private static final long END_TIMEOUT_MS = 30_000;

    private final Path folder;
    private final CaptureSettings settings;
    private final ScheduledExecutorService thread;
    private final CaptureLock lock;
    private final List<SegmentEntry> sealed = new ArrayList<>();
    private CaptureIdentity identity;
    private CaptureTotals sealedTotals = CaptureTotals.NONE;
    private int nextIndex;
    private boolean ending;
    private boolean sealFailed;
    private volatile MappedSegment open;
    private volatile MappedSegment ready;
    private volatile String trouble;

    private CaptureDisk(
            final Path folder, final CaptureIdentity identity, final CaptureSettings settings, final CaptureLock lock) {
        this.folder = folder;
        this.identity = identity;
        this.settings = settings;
        this.lock = lock;
        this.thread = settings.background() ? Executors.newSingleThreadScheduledExecutor(CaptureDisk::daemon) : null;
    }

    static CaptureDisk create(final Path folder, final CaptureIdentity identity, final CaptureSettings settings) {
        refuseUsed(folder);
        CaptureLock lock = null;
        try {
            Files.createDirectories(folder);
            lock = CaptureLock.create(folder);
            final CaptureDisk disk = new CaptureDisk(folder, identity, settings, lock);
            disk.writeManifest(CaptureStatus.RUNNING, CaptureTotals.NONE, "", "");
            disk.ready = MappedSegment.create(folder, disk.nextIndex++, settings.segmentLength());
            disk.forcePeriodically();
            return disk;
        } catch (final IOException e) {
            undo(folder, lock);
            throw new CaptureException(
                    Cause.ENVIRONMENT,
                    folder + ": a capture cannot be started here: " + e + "; a writable folder with room for "
                            + settings.segmentLength() + " bytes and more is needed",
                    e);
        }
    }

    /** The next segment, null when there is none: see {@link #trouble()}. */
    MappedSegment take() {
        if (ready == null && thread == null) {
            prepare();
        }
        final MappedSegment taken = ready;
        if (taken != null) {
            ready = null;
            open = taken;
            if (thread != null) {
                thread.execute(this::prepare);
            }
        }
        return taken;
    }

    boolean isReady() {
        return ready != null || thread == null;
    }

    String trouble() {
        return trouble;
    }

    void seal(final MappedSegment segment, final CaptureTotals totals) {
        run(() -> {
            sealSegment(segment);
            sealedTotals = totals;
            manifest(CaptureStatus.RUNNING, totals, "", "");
        });
    }

    void instruments(final List<String> names) {
        run(() -> {
            identity = identity.withInstruments(names);
            manifest(CaptureStatus.RUNNING, sealedTotals, "", "");
        });
    }

    /**
     * Seals the last segment, if any, and writes the final manifest; a capture with a segment that could not be sealed
     * stays running, for recovery. Waits for the disk, but not for ever.
     */
    void end(final MappedSegment last, final CaptureTotals totals, final String note, final String hash) {
        run(() -> {
            ending = true;
            discardReady();
            if (last != null) {
                sealSegment(last);
            }
            manifest(sealFailed ? CaptureStatus.RUNNING : CaptureStatus.ENDED, totals, note, hash);
            release();
        });
        if (thread != null) {
            awaitEnd();
        }
    }

    private void prepare() {
        if (ready != null || ending) {
            return;
        }
        try {
            ready = MappedSegment.create(folder, nextIndex, settings.segmentLength());
            nextIndex++;
            trouble = null;
        } catch (final IOException e) {
            trouble = "segment " + CaptureDescriptor.segmentName(nextIndex) + " cannot be made: " + e;
            if (thread != null) {
                thread.schedule(this::prepare, RETRY_MS, TimeUnit.MILLISECONDS);
            }
        }
    }

    private void sealSegment(final MappedSegment segment) {
        if (segment == open) {
            open = null;
        }
        try {
            sealed.add(segment.seal());
        } catch (final IOException | RuntimeException e) {
            sealFailed = true;
            trouble = "segment cannot be sealed: " + e;
        }
    }

    private void manifest(
            final CaptureStatus status, final CaptureTotals totals, final String note, final String hash) {
        try {
            writeManifest(status, totals, note, hash);
        } catch (final IOException e) {
            trouble = "manifest cannot be written: " + e;
        }
    }

    private void writeManifest(
            final CaptureStatus status, final CaptureTotals totals, final String note, final String hash)
            throws IOException {
        final Manifest manifest = new Manifest(
                CaptureDescriptor.LAYOUT_VERSION,
                MessageHeaderEncoder.SCHEMA_ID,
                MessageHeaderEncoder.SCHEMA_VERSION,
                identity,
                status,
                status == CaptureStatus.RUNNING ? CaptureLock.owner() : "",
                note,
                totals,
                hash,
                sealed);
        ManifestFile.write(folder, manifest);
    }

    private void discardReady() {
        final MappedSegment unused = ready;
        ready = null;
        if (unused != null) {
            try {
                unused.discard();
            } catch (final IOException e) {
                trouble = "unused segment cannot be deleted: " + e;
            }
        }
    }

    private void release() {
        try {
            lock.close();
        } catch (final IOException e) {
            trouble = "lock cannot be given back: " + e;
        }
    }

    private void forcePeriodically() {
        if (thread != null && settings.forceIntervalMs() > 0) {
            thread.scheduleWithFixedDelay(
                    this::force, settings.forceIntervalMs(), settings.forceIntervalMs(), TimeUnit.MILLISECONDS);
        }
    }

    private void force() {
        final MappedSegment current = open;
        final MappedSegment next = ready;
        try {
            if (current != null) {
                current.force();
            }
            if (next != null) {
                next.readyAhead();
            }
        } catch (final RuntimeException | InternalError e) {
            trouble = "segment cannot be forced: " + e;
        }
    }

    private void run(final Runnable task) {
        if (thread == null) {
            task.run();
        } else {
            thread.execute(task);
        }
    }

    private void awaitEnd() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(END_TIMEOUT_MS, TimeUnit.MILLISECONDS)) {
                trouble = "disk did not answer within " + END_TIMEOUT_MS + " ms";
            }
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            trouble = "interrupted before the capture was sealed";
        }
    }

    private static void refuseUsed(final Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        if (ManifestFile.isPresent(folder) && CaptureLock.isLive(folder, ManifestFile.read(folder))) {
            throw new CaptureException(
                    Cause.IN_USE,
                    folder + ": a capture is being written there by a running process; choose another folder");
        }
        if (!Files.isDirectory(folder) || !isEmpty(folder)) {
            throw new CaptureException(
                    Cause.NOT_EMPTY, folder + ": exists; a new or empty folder is accepted for a capture");
        }
    }

    private static boolean isEmpty(final Path folder) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            return !files.iterator().hasNext();
        } catch (final IOException e) {
            throw new CaptureException(Cause.ENVIRONMENT, folder + ": cannot be read: " + e, e);
        }
    }

    private static void undo(final Path folder, final CaptureLock lock) {
        if (lock != null) {
            try (lock) {
                ManifestFile.deleteTemporary(folder);
                Files.deleteIfExists(folder.resolve(CaptureDescriptor.MANIFEST));
            } catch (final IOException e) {
                throw new CaptureException(Cause.ENVIRONMENT, folder + ": cannot be written: " + e, e);
            }
        }
    }

    private static Thread daemon(final Runnable task) {
        final Thread thread = new Thread(task, "capture-disk");
        thread.setDaemon(true);
        return thread;
    }
}
