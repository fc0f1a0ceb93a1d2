package io.halfspread.app.sweep.run;

import io.halfspread.app.capture.FrameImport;
import io.halfspread.app.capture.ImportResult;
import io.halfspread.app.console.Failure;
import io.halfspread.app.console.Progress;
import io.halfspread.engine.capture.CaptureException;
import io.halfspread.engine.capture.CaptureKind;
import io.halfspread.engine.capture.MappedInputs;
import io.halfspread.gateway.frames.FrameContentId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * Turns what a person names into captures of a sweep. Raw frames are imported once, into the sweep's folder. A capture is used
 * whole or not at all: one that does not verify, lost inputs, is silent for too long in its middle, lacks a coin, holds our own
 * orders, or is there already, is left out and named.
 */
public final class CaptureIntake {
    private static final String MANIFEST = "manifest.yaml";
    private static final int MOST_LEVELS = 4;
    private static final double SECOND_NS = 1e9;

    private final Path imports;
    private final List<String> known;
    private final List<String> asked;
    private final long mostGapNs;
    private final String build;
    private final SharedCaptures shared;
    private final List<CaptureRef> taken = new ArrayList<>();
    private final List<LeftOut> leftOut = new ArrayList<>();
    private List<String> coins;

    /**
     * A capture that is not used.
     *
     * @param input what was named
     * @param why   the rule it broke
     */
    public record LeftOut(Path input, String why) {
        /** Both in one line. */
        @Override
        public String toString() {
            return input + " is left out: " + why;
        }
    }

    /**
     * An intake.
     *
     * @param imports   folder for imported frames
     * @param known     coins of the configuration
     * @param asked     coins asked for; null for those of {@code known} that the first capture used holds
     * @param mostGapNs longest time without market data of a coin
     * @param build     version of this program, for manifests
     * @param shared    gets what is used, mapped
     */
    public CaptureIntake(
            final Path imports,
            final List<String> known,
            final List<String> asked,
            final long mostGapNs,
            final String build,
            final SharedCaptures shared) {
        this.imports = imports;
        this.known = List.copyOf(known);
        this.asked = asked == null ? null : List.copyOf(asked);
        this.mostGapNs = mostGapNs;
        this.build = build;
        this.shared = shared;
        this.coins = this.asked;
    }

    /**
     * Takes inputs in.
     *
     * @param inputs    captures, folders of captures, files of raw frames
     * @param progress  told how far an import is
     * @param interrupt asked whether to end early
     * @throws Failure when an input is not there, or none is left
     */
    public void take(final List<Path> inputs, final Progress progress, final BooleanSupplier interrupt) {
        for (final Path input : inputs) {
            if (!Files.exists(input)) {
                throw Failure.badInput(input + ": no such file or folder; accepted: a capture folder, a folder of"
                        + " captures, or a file of raw frames (plain, gzip, lz4)");
            }
        }
        for (final Path input : inputs) {
            if (Files.isDirectory(input)) {
                for (final Path capture : captures(input)) {
                    take(capture, capture);
                }
            } else {
                final Path capture = imported(input, progress, interrupt);
                if (capture != null) {
                    take(input, capture);
                }
            }
            if (interrupt.getAsBoolean()) {
                return;
            }
        }
        if (taken.isEmpty()) {
            throw Failure.badInput("no capture is left to replay: "
                    + (leftOut.isEmpty() ? "none was given" : String.valueOf(leftOut.get(0)))
                    + (leftOut.size() > 1 ? "; and " + (leftOut.size() - 1) + " more" : ""));
        }
    }

    /**
     * Captures used.
     *
     * @return in the order in which they were named
     */
    public List<CaptureRef> taken() {
        return List.copyOf(taken);
    }

    /**
     * Captures not used.
     *
     * @return each with its reason
     */
    public List<LeftOut> leftOut() {
        return List.copyOf(leftOut);
    }

    /**
     * Coins that are replayed: every capture used holds all of them.
     *
     * @return names, in the order of their instrument index
     */
    public List<String> coins() {
        return coins;
    }

    private static List<Path> captures(final Path folder) {
        if (Files.exists(folder.resolve(MANIFEST))) {
            return List.of(folder);
        }
        try (Stream<Path> files = Files.walk(folder, MOST_LEVELS)) {
            final List<Path> found = files.filter(file -> file.endsWith(MANIFEST))
                    .map(Path::getParent)
                    .sorted()
                    .toList();
            if (found.isEmpty()) {
                throw Failure.badInput(folder + ": neither a capture nor a folder of captures");
            }
            return found;
        } catch (final IOException e) {
            throw Failure.badInput(folder + ": cannot be read: " + e.getMessage());
        }
    }

    /** Frames as a capture beside the results; half an import is made again. */
    private Path imported(final Path file, final Progress progress, final BooleanSupplier interrupt) {
        try {
            final Path capture =
                    imports.resolve(name(file) + "-" + HexFormat.of().toHexDigits(FrameContentId.of(file)));
            if (Files.exists(capture.resolve(MANIFEST))) {
                return capture;
            }
            final Path part = imports.resolve(capture.getFileName() + ".part");
            delete(part);
            Files.createDirectories(part);
            final ImportResult result = new FrameImport(List.of(file), part, known, build).run(progress, interrupt);
            if (result.interrupted()) {
                return null;
            }
            if (result.stats().frames() == 0) {
                leftOut.add(new LeftOut(file, "no usable frame in it"));
                return null;
            }
            Files.move(part, capture, StandardCopyOption.ATOMIC_MOVE);
            return capture;
        } catch (final CaptureException e) {
            throw Failure.environment(e.getMessage());
        } catch (final IOException e) {
            throw Failure.environment(file + ": cannot be imported into " + imports + ": " + e.getMessage());
        }
    }

    private static void delete(final Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (final Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
    }

    private void take(final Path input, final Path capture) {
        final MappedInputs inputs;
        try {
            inputs = MappedInputs.open(capture);
        } catch (final CaptureException e) {
            leftOut.add(new LeftOut(input, e.getMessage()));
            return;
        }
        final CaptureRefs.Looked looked = CaptureRefs.look(unique(name(input)), capture, inputs);
        final String why = fault(looked, inputs);
        if (why == null) {
            taken.add(looked.ref());
            shared.add(looked.ref(), inputs);
        } else {
            leftOut.add(new LeftOut(input, why));
            inputs.close();
        }
    }

    private String fault(final CaptureRefs.Looked looked, final MappedInputs inputs) {
        final CaptureRef ref = looked.ref();
        final CaptureKind kind = inputs.manifest().identity().kind();
        if (kind == CaptureKind.LIVE || kind == CaptureKind.SIMULATED) {
            return "its books hold our own orders (" + kind.text()
                    + " session); accepted: import, record, paper, replay";
        }
        if (inputs.manifest().totals().lostInputs() > 0) {
            return "it lost " + inputs.manifest().totals().lostInputs() + " inputs";
        }
        for (final CaptureRef other : taken) {
            if (other.sha256().equals(ref.sha256())) {
                return "it holds the same as " + other.name();
            }
        }
        final List<String> wanted =
                coins == null ? known.stream().filter(ref.coins()::contains).toList() : coins;
        if (wanted.isEmpty()) {
            return "it holds none of the configured coins; it holds " + named(ref.coins());
        }
        final List<String> missing =
                wanted.stream().filter(coin -> !ref.coins().contains(coin)).toList();
        if (!missing.isEmpty()) {
            return "it holds no market data of " + named(missing) + " but of " + named(ref.coins());
        }
        final String gap = gap(looked, inputs.manifest().identity().instruments(), wanted);
        if (gap == null) {
            coins = wanted;
        }
        return gap;
    }

    private String gap(final CaptureRefs.Looked looked, final List<String> instruments, final List<String> wanted) {
        for (final String coin : wanted) {
            final int at = instruments.indexOf(coin);
            if (looked.gapNs()[at] > mostGapNs) {
                final long atNs = looked.gapAtNs()[at];
                return String.format(
                        Locale.ROOT,
                        "no market data of %s for %.0f s from %s on; --max-gap %.0f would take it",
                        coin,
                        looked.gapNs()[at] / SECOND_NS,
                        Instant.ofEpochSecond(atNs / 1_000_000_000L),
                        Math.ceil(looked.gapNs()[at] / SECOND_NS));
            }
        }
        return null;
    }

    private static String named(final List<String> coins) {
        return coins.isEmpty() ? "nothing" : String.join(", ", coins);
    }

    private String unique(final String name) {
        String free = name;
        for (int i = 2; isTaken(free); i++) {
            free = name + "-" + i;
        }
        return free;
    }

    private boolean isTaken(final String name) {
        return taken.stream().anyMatch(ref -> ref.name().equals(name));
    }

    /** Base name without what says how a file is packed. */
    private static String name(final Path input) {
        return String.valueOf(input.toAbsolutePath().normalize().getFileName())
                .replaceAll("\\.(gz|lz4|jsonl|txt)$", "")
                .replaceAll("\\.(jsonl|txt)$", "");
    }
}
