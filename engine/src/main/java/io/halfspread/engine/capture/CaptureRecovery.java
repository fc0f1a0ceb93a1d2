package io.halfspread.engine.capture;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Brings a capture whose writer died into order: cuts the torn tail at the last whole record, seals the last segments, and
 * says so in the manifest. Damage before the tail is not touched: the capture is put in quarantine as it is. Sealed segments
 * are taken at the manifest's word; {@link CaptureVerifier} reads them.
 */
public final class CaptureRecovery {
    private final Path folder;
    private final Manifest manifest;
    private final CaptureTally tally;
    private final List<SegmentEntry> segments;
    private final List<String> cuts = new ArrayList<>();
    private final List<Part> parts = new ArrayList<>();

    /** An unsealed segment: what of it is good, and what was written in all. */
    private record Part(String name, int used, long records, int torn, String sha256) {}

    private CaptureRecovery(final Path folder, final Manifest manifest) {
        this.folder = folder;
        this.manifest = manifest;
        this.tally = CaptureTally.after(manifest.totals());
        this.segments = new ArrayList<>(manifest.segments());
    }

    /**
     * Recovers a capture if it needs it. A capture that is closed, or still being written, is left alone; so is one in a
     * folder that cannot be written, which can be read up to its last whole record all the same.
     *
     * @param folder the capture
     * @return what was found and done
     * @throws CaptureException when the folder is no capture or its manifest was changed
     */
    public static RecoveryReport recover(final Path folder) {
        final Manifest manifest = ManifestFile.read(folder);
        if (manifest.status() != CaptureStatus.RUNNING) {
            return new RecoveryReport(
                    manifest.status(), false, folder + ": " + manifest.status().text());
        }
        if (CaptureLock.isLive(folder, manifest)) {
            return new RecoveryReport(
                    CaptureStatus.RUNNING, false, folder + ": is being written by " + manifest.owner());
        }
        try {
            final CaptureLock lock = CaptureLock.take(folder, manifest);
            try {
                return new CaptureRecovery(folder, ManifestFile.read(folder)).recover();
            } finally {
                lock.close();
            }
        } catch (final IOException e) {
            return new RecoveryReport(
                    CaptureStatus.RUNNING,
                    false,
                    folder + ": cannot be recovered, reading goes to the last whole record: " + e);
        }
    }

    private RecoveryReport recover() throws IOException {
        final String fault = examine();
        if (fault != null) {
            write(CaptureStatus.QUARANTINED, fault, manifest.totals(), manifest.segments());
            return new RecoveryReport(CaptureStatus.QUARANTINED, true, folder + ": quarantined: " + fault);
        }
        for (final Part part : parts) {
            cut(part);
        }
        for (final String name : CaptureFolder.segmentFiles(folder)) {
            if (segments.stream().noneMatch(segment -> segment.name().equals(name))) {
                Files.delete(folder.resolve(name));
            }
        }
        ManifestFile.deleteTemporary(folder);
        final String note = cuts.isEmpty() ? "its writer died; nothing was cut" : String.join("; ", cuts);
        write(CaptureStatus.RECOVERED, note, tally.totals(), segments);
        return new RecoveryReport(CaptureStatus.RECOVERED, true, folder + ": recovered: " + note);
    }

    /** Looks at all unsealed segments. Returns the first damage that is not a torn tail, null when there is none. */
    private String examine() {
        long records = segments.stream().mapToLong(SegmentEntry::records).sum();
        String open = null;
        for (int index = segments.size(); Files.exists(file(index)); index++) {
            try (SegmentMemory memory = CaptureFolder.open(folder, CaptureDescriptor.segmentName(index), false)) {
                final SegmentWalk.Result result = new SegmentWalk(tally, manifest, records).walk(memory, index);
                if (open != null && result.used() > 0) {
                    return open;
                }
                if (result.fault() != null && !result.tail()) {
                    return open == null ? result.fault() : open;
                }
                final int torn = SegmentTail.written(memory, result.used());
                if (torn > 0) {
                    open = result.fault();
                }
                parts.add(new Part(memory.name(), result.used(), result.records(), torn, sha256(memory, result)));
                records += result.records();
            }
        }
        return null;
    }

    private void cut(final Part part) throws IOException {
        if (part.torn() > 0) {
            cuts.add(part.name() + " cut at " + part.used() + ": " + part.torn() + " bytes of no whole record");
        }
        if (part.records() == 0) {
            return;
        }
        try (FileChannel channel = FileChannel.open(folder.resolve(part.name()), StandardOpenOption.WRITE)) {
            channel.truncate(part.used());
            channel.force(true);
        }
        segments.add(new SegmentEntry(part.name(), part.used(), part.records(), part.sha256()));
    }

    private void write(
            final CaptureStatus status, final String note, final CaptureTotals totals, final List<SegmentEntry> entries)
            throws IOException {
        ManifestFile.write(
                folder,
                new Manifest(
                        manifest.layout(),
                        manifest.schemaId(),
                        manifest.schemaVersion(),
                        manifest.identity(),
                        status,
                        "",
                        note,
                        totals,
                        "",
                        entries));
    }

    private Path file(final int index) {
        return folder.resolve(CaptureDescriptor.segmentName(index));
    }

    private static String sha256(final SegmentMemory memory, final SegmentWalk.Result result) {
        return Sha256.of(memory.bytes(), result.used());
    }
}
