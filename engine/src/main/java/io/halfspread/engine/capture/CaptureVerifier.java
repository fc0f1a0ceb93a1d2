package io.halfspread.engine.capture;

import io.halfspread.engine.capture.CaptureException.Cause;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads every byte of a capture and checks it: manifest, file list, headers, checksums, order, hashes and counts. Changes
 * nothing. A capture that is being written, or whose writer died, is checked up to its last whole record.
 */
public final class CaptureVerifier {
    private final Path folder;
    private final Manifest manifest;
    private final CaptureTally tally = CaptureTally.fromStart();
    private String problem;
    private String note;
    private long records;
    private long bytes;
    private int segments;

    private CaptureVerifier(final Path folder, final Manifest manifest) {
        this.folder = folder;
        this.manifest = manifest;
        this.note = manifest.note();
    }

    /**
     * Verifies a capture.
     *
     * @param folder the capture
     * @return what was found
     * @throws CaptureException when the folder is no capture or cannot be read
     */
    public static VerifyReport verify(final Path folder) {
        final Manifest manifest;
        try {
            manifest = ManifestFile.read(folder);
        } catch (final CaptureException e) {
            if (e.kind() != Cause.BAD_MANIFEST) {
                throw e;
            }
            return new VerifyReport(null, e.getMessage(), "", CaptureTotals.NONE, 0, 0, "", "");
        }
        return verify(folder, manifest);
    }

    static VerifyReport verify(final Path folder, final Manifest manifest) {
        return new CaptureVerifier(folder, manifest).verify();
    }

    private VerifyReport verify() {
        final boolean open = isOpen();
        checkFiles(open);
        for (int index = 0; problem == null && index < manifest.segments().size(); index++) {
            checkSealed(index, manifest.segments().get(index));
        }
        if (problem == null && open) {
            checkUnsealed();
        }
        if (problem == null && !open) {
            checkTotals();
        }
        if (problem == null && manifest.status() == CaptureStatus.QUARANTINED) {
            problem = "quarantined: " + manifest.note();
        }
        final CaptureTotals totals = tally.totals();
        return new VerifyReport(
                manifest.status(),
                problem,
                note,
                totals,
                segments,
                bytes,
                Hex.hex16(tally.inputHash()),
                totals.outputs() == 0 ? "" : Hex.hex16(tally.hash()));
    }

    private boolean isOpen() {
        return manifest.status() == CaptureStatus.RUNNING || manifest.status() == CaptureStatus.QUARANTINED;
    }

    private void checkFiles(final boolean open) {
        final List<String> files = CaptureFolder.segmentFiles(folder);
        for (int index = 0; index < manifest.segments().size(); index++) {
            final String name = manifest.segments().get(index).name();
            if (!name.equals(CaptureDescriptor.segmentName(index))) {
                fail("manifest.yaml: segment " + index + " is called " + name);
            } else if (!files.contains(name)) {
                fail(name + ": missing");
            }
        }
        for (final String file : files) {
            if (!open
                    && manifest.segments().stream()
                            .noneMatch(segment -> segment.name().equals(file))) {
                fail(file + ": not in the manifest");
            }
        }
    }

    private void checkSealed(final int index, final SegmentEntry entry) {
        try (SegmentMemory memory = CaptureFolder.open(folder, entry.name(), true)) {
            final SegmentWalk.Result result = walk(memory, index);
            if (result.fault() != null) {
                fail(result.fault());
            } else if (memory.length() != entry.bytes()) {
                fail(entry.name() + ": " + memory.length() + " bytes, the manifest says " + entry.bytes());
            } else if (result.records() != entry.records()) {
                fail(entry.name() + ": " + result.records() + " records, the manifest says " + entry.records());
            } else if (!Sha256.of(memory.bytes(), memory.length()).equals(entry.sha256())) {
                fail(entry.name() + ": SHA-256 is not the manifest's " + entry.sha256());
            }
        }
    }

    /** The segments behind the sealed ones: the last may end anywhere. */
    private void checkUnsealed() {
        String torn = null;
        final int sealed = manifest.segments().size();
        final int begun = CaptureFolder.begun(folder, sealed);
        for (int index = sealed; problem == null && index < begun; index++) {
            try (SegmentMemory memory = CaptureFolder.open(folder, CaptureDescriptor.segmentName(index), false)) {
                final SegmentWalk.Result result = walk(memory, index);
                if (torn != null && (result.used() > 0 || !result.tail())) {
                    fail(torn);
                } else if (result.fault() != null && !result.tail()) {
                    fail(result.fault());
                } else if (SegmentTail.written(memory, result.used()) > 0) {
                    torn = result.fault();
                }
            }
        }
        describeOpen(torn);
    }

    private void describeOpen(final String torn) {
        if (manifest.status() == CaptureStatus.RUNNING) {
            final String writer = CaptureLock.isLive(folder, manifest)
                    ? "is being written by " + manifest.owner()
                    : "its writer died, not recovered yet";
            note = torn == null ? writer : writer + "; no whole record: " + torn;
        }
    }

    private SegmentWalk.Result walk(final SegmentMemory memory, final int index) {
        final SegmentWalk.Result result = new SegmentWalk(tally, manifest, records).walk(memory, index);
        records += result.records();
        bytes += result.used();
        segments++;
        return result;
    }

    private void checkTotals() {
        final CaptureTotals found = tally.totals();
        final CaptureTotals said = manifest.totals();
        if (found.firstSequence() != said.firstSequence()
                || found.lastSequence() != said.lastSequence()
                || found.inputs() != said.inputs()
                || found.outputs() != said.outputs()) {
            fail("manifest.yaml: says " + said + ", the segments hold " + found);
        } else if (!manifest.hash().isEmpty()
                && found.firstSequence() == 0
                && !manifest.hash().equals(Hex.hex16(tally.hash()))) {
            fail("manifest.yaml: hash " + manifest.hash() + ", computed " + Hex.hex16(tally.hash()));
        }
    }

    private void fail(final String what) {
        if (problem == null) {
            problem = what;
        }
    }
}
