package io.halfspread.app.capture.catalogue;

import io.halfspread.app.capture.quality.QualitySummary;
import io.halfspread.engine.capture.CaptureException;
import io.halfspread.engine.capture.CaptureReader;
import io.halfspread.engine.capture.CaptureSpan;
import io.halfspread.engine.capture.CaptureStatus;
import io.halfspread.engine.capture.Manifest;
import io.halfspread.engine.capture.ManifestFile;
import io.halfspread.engine.capture.SegmentEntry;
import io.halfspread.engine.tuning.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * A quick look at one capture: manifest, sizes of the segments, quality report. What it says of damage is what these show;
 * {@code captures verify} reads every byte.
 */
public final class CaptureLook {
    private CaptureLook() {}

    /**
     * Looks at a capture. Nothing is changed, and nothing thrown: what is wrong is in the entry.
     *
     * @param folder the capture
     * @return its entry
     */
    public static CaptureEntry at(final Path folder) {
        final long bytes = bytes(folder);
        try {
            return of(folder, ManifestFile.read(folder), bytes);
        } catch (final CaptureException e) {
            return new CaptureEntry(
                    folder,
                    CaptureState.DAMAGED,
                    e.getMessage(),
                    "",
                    List.of(),
                    Long.MIN_VALUE,
                    Long.MIN_VALUE,
                    bytes,
                    0,
                    0,
                    "",
                    "",
                    null);
        }
    }

    /**
     * Hash over what the segments hold, so that the same bytes have the same name everywhere.
     *
     * @param manifest manifest of a closed capture
     * @return 64 hex digits
     */
    public static String sha256(final Manifest manifest) {
        final StringBuilder text =
                new StringBuilder(HexFormat.of().toHexDigits(manifest.identity().contentId()));
        manifest.identity().instruments().forEach(coin -> text.append(' ').append(coin));
        for (final SegmentEntry segment : manifest.segments()) {
            text.append('\n').append(segment.bytes()).append(' ').append(segment.sha256());
        }
        return Sha256.of(text.toString().getBytes(StandardCharsets.UTF_8)).hex();
    }

    private static CaptureEntry of(final Path folder, final Manifest manifest, final long bytes) {
        final QualitySummary quality = QualitySummary.read(folder);
        CaptureState state = state(folder, manifest);
        String problem = problem(folder, manifest, state);
        CaptureSpan span = quality == null || quality.firstNs() == Long.MIN_VALUE
                ? null
                : new CaptureSpan(quality.firstNs(), quality.lastNs());
        if (span == null) {
            try {
                span = CaptureSpan.of(folder, manifest);
            } catch (final CaptureException e) {
                problem = problem == null ? e.getMessage() : problem;
            }
        }
        if (problem != null && state.isUsable()) {
            state = CaptureState.DAMAGED;
        } else if (state.isUsable() && folder.getFileName().toString().endsWith(Catalogue.UNFINISHED)) {
            state = CaptureState.TORN;
            problem = "its import did not come to its end; the next one makes it again";
        }
        return new CaptureEntry(
                folder,
                state,
                problem,
                manifest.identity().kind().text(),
                quality == null ? manifest.identity().instruments() : quality.coins(),
                span == null ? Long.MIN_VALUE : span.firstNs(),
                span == null ? Long.MIN_VALUE : span.lastNs(),
                bytes,
                manifest.totals().inputs(),
                manifest.totals().outputs(),
                HexFormat.of().toHexDigits(manifest.identity().contentId()),
                state.isUsable() ? sha256(manifest) : "",
                quality);
    }

    private static CaptureState state(final Path folder, final Manifest manifest) {
        return switch (manifest.status()) {
            case ENDED -> CaptureState.WHOLE;
            case RECOVERED -> CaptureState.RECOVERED;
            case QUARANTINED -> CaptureState.DAMAGED;
            case RUNNING -> isBeingWritten(folder) ? CaptureState.RUNNING : CaptureState.TORN;
        };
    }

    private static boolean isBeingWritten(final Path folder) {
        try (CaptureReader reader = CaptureReader.open(folder)) {
            return reader.isBeingWritten();
        }
    }

    private static String problem(final Path folder, final Manifest manifest, final CaptureState state) {
        if (manifest.status() == CaptureStatus.QUARANTINED) {
            return "quarantined: " + manifest.note();
        }
        if (state == CaptureState.TORN) {
            return "its writer died; verify, replay or the next import puts it in order";
        }
        for (final SegmentEntry segment : manifest.segments()) {
            final Path file = folder.resolve(segment.name());
            try {
                if (Files.size(file) != segment.bytes()) {
                    return segment.name() + ": " + Files.size(file) + " bytes, the manifest says " + segment.bytes();
                }
            } catch (final IOException e) {
                return segment.name() + ": missing";
            }
        }
        return manifest.totals().lostInputs() > 0 ? manifest.note() : null;
    }

    private static long bytes(final Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.mapToLong(CaptureLook::size).sum();
        } catch (final IOException e) {
            return 0;
        }
    }

    private static long size(final Path file) {
        try {
            return Files.size(file);
        } catch (final IOException e) {
            return 0;
        }
    }
}
