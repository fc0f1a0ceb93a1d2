package io.halfspread.app.capture.bulk;

import io.halfspread.app.capture.catalogue.Catalogue;
import io.halfspread.app.capture.quality.LineFigures;
import io.halfspread.app.capture.quality.QualityReport;
import io.halfspread.app.capture.quality.QualitySummary;
import io.halfspread.app.capture.quality.QualityWatch;
import io.halfspread.codec.hyperliquid.CoinIndex;
import io.halfspread.codec.refusal.Refusal;
import io.halfspread.engine.capture.CaptureException;
import io.halfspread.engine.capture.CaptureIdentity;
import io.halfspread.engine.capture.CaptureKind;
import io.halfspread.engine.capture.CaptureSettings;
import io.halfspread.engine.capture.CaptureWriter;
import io.halfspread.gateway.archive.MergedInputs;
import io.halfspread.gateway.frames.RefusedLine;
import io.halfspread.gateway.frames.RefusedLines;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * Imports one day. The capture is made under another name and gets its own when it is whole, in one step: what has its name
 * is whole, whenever the process dies. Used by one thread.
 */
final class DayImport {
    private static final int EVENTS_PER_LOOK = 4096;
    private static final double MS_PER_NS = 1e-6;

    private final BulkRequest request;
    private final DayJob job;
    private final Path folder;
    private final BulkProgress progress;
    private final BooleanSupplier interrupt;

    DayImport(
            final BulkRequest request, final DayJob job, final BulkProgress progress, final BooleanSupplier interrupt) {
        this.request = request;
        this.job = job;
        this.progress = progress;
        this.interrupt = interrupt;
        folder = request.catalogue().resolve(request.name()).resolve(job.day().toString());
    }

    /** Imports the day unless it is there; whatever goes wrong is the result. */
    DayResult run() {
        try {
            if (Files.exists(folder)) {
                final QualitySummary there = QualitySummary.read(folder);
                if (there != null && isSame(there)) {
                    progress.kept(job.bytes());
                    return new DayResult(job.day(), folder, DayState.KEPT, null, 0, there);
                }
                if (!request.redo()) {
                    progress.kept(job.bytes());
                    return ended(
                            DayState.CHANGED,
                            "was made of other files or coins, or is no imported capture; --redo replaces it");
                }
            }
            return importDay();
        } catch (final CaptureException e) {
            return ended(DayState.FAILED, e.getMessage());
        } catch (final UncheckedIOException | IOException e) {
            return ended(DayState.FAILED, "cannot be imported: " + e.getMessage());
        }
    }

    /** Whether a capture was made of the same files and asked for the same coins. */
    private boolean isSame(final QualitySummary there) {
        return there.inputs()
                        .equals(job.inputs().stream()
                                .map(QualitySummary::identity)
                                .toList())
                && there.selection().equals(request.selection());
    }

    private DayResult importDay() throws IOException {
        final Path unfinished = folder.resolveSibling(folder.getFileName() + Catalogue.UNFINISHED);
        delete(unfinished);
        try {
            return importInto(unfinished);
        } finally {
            delete(unfinished);
        }
    }

    private DayResult importInto(final Path unfinished) throws IOException {
        final CoinIndex coins = request.coins().isEmpty() ? CoinIndex.discovering() : new CoinIndex(request.coins());
        final CaptureIdentity identity = new CaptureIdentity(
                request.build(), CaptureKind.IMPORT, job.contentId(), "", job.source(), coins.coins());
        final QualityWatch watch = new QualityWatch();
        final LineFigures lines;
        final long events;
        try (MergedInputs inputs = new MergedInputs(job.parts(), coins, request.coinBySymbol());
                CaptureWriter writer = CaptureWriter.open(unfinished, identity, CaptureSettings.OFFLINE)) {
            events = write(inputs, writer, coins, watch);
            if (events < 0) {
                return ended(DayState.INTERRUPTED, "ended before it was whole");
            }
            lines = figures(inputs);
        }
        final QualityReport report = watch.report(coins.coins(), lines);
        report.write(unfinished, origin());
        if (Files.exists(folder)) {
            delete(folder);
        }
        Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
        return new DayResult(job.day(), folder, DayState.IMPORTED, null, events, QualitySummary.read(folder));
    }

    /** Returns the events written, -1 when it was asked to end. */
    private long write(
            final MergedInputs inputs, final CaptureWriter writer, final CoinIndex coins, final QualityWatch watch) {
        long sequence = 0;
        long reported = 0;
        int named = coins.size();
        while (inputs.next()) {
            if (coins.size() != named) {
                named = coins.size();
                writer.instruments(coins.coins());
            }
            if (!writer.appendInput(inputs.buffer(), inputs.offset(), inputs.length(), sequence++)) {
                throw new UncheckedIOException(new IOException(writer.trouble()));
            }
            watch.onInput(inputs.buffer(), inputs.offset(), inputs.length());
            if (sequence % EVENTS_PER_LOOK == 0) {
                reported += progress.done(EVENTS_PER_LOOK, inputs.bytesRead() - reported);
                if (interrupt.getAsBoolean()) {
                    return -1;
                }
            }
        }
        progress.done(sequence % EVENTS_PER_LOOK, inputs.bytesRead() - reported);
        return sequence;
    }

    private Map<String, Object> origin() {
        final Map<String, Object> origin = new LinkedHashMap<>();
        origin.put("day", job.day().toString());
        origin.put("source", request.name());
        origin.put("selection", request.selection());
        origin.put("inputs", job.inputs());
        return origin;
    }

    private static LineFigures figures(final MergedInputs inputs) {
        final RefusedLines refused = inputs.refused();
        return new LineFigures(
                inputs.messages(),
                refused.count(),
                refused.byReason(),
                refused.listed().stream().map(RefusedLine::describe).toList(),
                refused.byReason().getOrDefault(Refusal.describe(Refusal.FILE_DAMAGED), 0L),
                inputs.lifted(),
                inputs.largestLiftNs() * MS_PER_NS);
    }

    private DayResult ended(final DayState state, final String problem) {
        return new DayResult(job.day(), folder, state, problem, 0, null);
    }

    private static void delete(final Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> paths = Files.walk(folder)) {
                for (final Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
