package io.halfspread.app.capture;

import io.halfspread.app.console.Failure;
import io.halfspread.app.console.Progress;
import io.halfspread.codec.hyperliquid.CoinIndex;
import io.halfspread.engine.capture.CaptureIdentity;
import io.halfspread.engine.capture.CaptureKind;
import io.halfspread.engine.capture.CaptureSettings;
import io.halfspread.engine.capture.CaptureWriter;
import io.halfspread.gateway.frames.FrameContentId;
import io.halfspread.gateway.frames.FrameInputs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/** Turns files of raw frames into a capture of their events, through the decoder the gateway uses. */
public final class FrameImport {
    private static final int EVENTS_PER_LOOK = 4096;

    private final List<Path> files;
    private final Path folder;
    private final List<String> knownCoins;
    private final String build;

    /**
     * Prepares an import.
     *
     * @param files      files of raw frames, merged by receive time
     * @param folder     capture to make
     * @param knownCoins coins that get the first indices, seen or not, so that mids are kept from the start
     * @param build      version of this program, for the manifest
     */
    public FrameImport(final List<Path> files, final Path folder, final List<String> knownCoins, final String build) {
        this.files = List.copyOf(files);
        this.folder = folder;
        this.knownCoins = List.copyOf(knownCoins);
        this.build = build;
    }

    /**
     * Runs it.
     *
     * @param progress  told how far it is
     * @param interrupt asked whether to end early; what was imported is kept
     * @return what was imported
     * @throws Failure when a file or the folder cannot be used
     */
    public ImportResult run(final Progress progress, final BooleanSupplier interrupt) {
        final CoinIndex coins = CoinIndex.discovering();
        knownCoins.forEach(coins::register);
        for (final Path file : files) {
            if (!Files.isRegularFile(file)) {
                throw Failure.badInput(file + ": " + (Files.exists(file) ? "not a file" : "no such file")
                        + "; accepted: files of raw frames (plain, gzip, lz4)");
            }
        }
        try (FrameInputs frames = new FrameInputs(files, coins)) {
            return run(frames, coins, FrameContentId.of(files.get(0)), progress, interrupt);
        } catch (final IOException e) {
            throw Failure.badInput("import: cannot read the frames: " + e.getMessage());
        }
    }

    private ImportResult run(
            final FrameInputs frames,
            final CoinIndex coins,
            final long contentId,
            final Progress progress,
            final BooleanSupplier interrupt) {
        final String source =
                files.stream().map(file -> String.valueOf(file.getFileName())).collect(Collectors.joining(", "));
        final CaptureIdentity identity =
                new CaptureIdentity(build, CaptureKind.IMPORT, contentId, "", source, coins.coins());
        long sequence = 0;
        boolean interrupted = false;
        try (CaptureWriter writer = CaptureWriter.open(folder, identity, CaptureSettings.OFFLINE)) {
            int named = coins.size();
            while (!interrupted && frames.next()) {
                if (coins.size() != named) {
                    named = coins.size();
                    writer.instruments(coins.coins());
                }
                if (!writer.appendInput(frames.buffer(), frames.offset(), frames.length(), sequence++)) {
                    throw Failure.environment(writer.trouble());
                }
                if (sequence % EVENTS_PER_LOOK == 0) {
                    progress.at(sequence, (double) frames.bytesRead() / Math.max(1, frames.totalBytes()));
                    interrupted = interrupt.getAsBoolean();
                }
            }
        }
        return new ImportResult(frames.stats(), new ArrayList<>(coins.coins()), sequence, interrupted, folder);
    }
}
