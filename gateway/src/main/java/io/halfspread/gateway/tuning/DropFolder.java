package io.halfspread.gateway.tuning;

import io.halfspread.codec.event.SourceKind;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * The drops folder: each file is brought once, in the order of (time of last write, name), and moved to applied/ or
 * rejected/ after its event was taken. A file that is still being written holds up those after it, so that the order
 * stands.
 */
final class DropFolder {
    private record Drop(Path file, FileStamp stamp) {}

    private record Stuck(FileStamp stamp, BooleanSupplier move) {}

    private final Path folder;
    private final TuningIntake intake;
    private final DropArchive archive;
    private final Map<Path, Settling> settling = new HashMap<>();
    private final Map<Path, Stuck> stuck = new HashMap<>();
    private String trouble;

    DropFolder(final Path folder, final TuningIntake intake) {
        this.folder = folder;
        this.intake = intake;
        this.archive = new DropArchive(folder, intake.log());
    }

    /** Takes every drop that is ready. Returns whether some must be looked at again soon. */
    boolean examine(final long nowNs, final long epochNs) {
        final List<Drop> drops = list();
        final List<Path> present = drops.stream().map(Drop::file).toList();
        settling.keySet().retainAll(present);
        stuck.keySet().retainAll(present);
        for (final Drop drop : drops) {
            final Stuck known = stuck.get(drop.file());
            final boolean processed = known != null && known.stamp().equals(drop.stamp());
            if (!processed && !take(drop, nowNs, epochNs)) {
                return true;
            }
        }
        return false;
    }

    /** Tries again to move what was processed and had to stay. */
    void moveStuck() {
        stuck.values().removeIf(known -> known.move().getAsBoolean());
    }

    private boolean take(final Drop drop, final long nowNs, final long epochNs) {
        final Path file = drop.file();
        final Settling state = settling.computeIfAbsent(file, Settling::new);
        state.notice(drop.stamp(), nowNs);
        if (!state.ready(true, nowNs, epochNs)) {
            return false;
        }
        if (drop.stamp().folder()) {
            intake.log().warn(file + ": a folder, where a file is expected; it is left alone");
            stuck.put(file, new Stuck(drop.stamp(), () -> false));
            return true;
        }
        if (state.parsed() == null) {
            if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                final String reason = state.trouble();
                intake.log().warn("Rejected tuning parameters from " + file.getFileName() + ": " + reason);
                archived(drop, () -> archive.rejected(file, drop.stamp(), null, reason));
            }
            return true;
        }
        final TuningIntake.Outcome outcome =
                intake.bring(SourceKind.DROP, file.getFileName().toString(), state.parsed());
        if (outcome == TuningIntake.Outcome.NO_ROOM) {
            return false;
        }
        final byte[] bytes = state.bytes();
        final String reason = state.parsed().reason();
        final boolean accepted = outcome == TuningIntake.Outcome.ACCEPTED;
        archived(
                drop,
                () -> accepted
                        ? archive.applied(file, drop.stamp(), bytes)
                        : archive.rejected(file, drop.stamp(), bytes, reason));
        return true;
    }

    private void archived(final Drop drop, final BooleanSupplier move) {
        settling.remove(drop.file());
        if (!move.getAsBoolean()) {
            stuck.put(drop.file(), new Stuck(drop.stamp(), move));
        }
    }

    private List<Drop> list() {
        final List<Drop> drops = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, DropFolder::isDrop)) {
            for (final Path file : files) {
                stamp(file, drops);
            }
            trouble = null;
        } catch (final IOException e) {
            complain(FileTrouble.describe(folder, e));
        }
        drops.sort(Comparator.comparingLong((Drop drop) -> drop.stamp().mtimeNs())
                .thenComparing(drop -> drop.file().getFileName().toString()));
        return drops;
    }

    private static void stamp(final Path file, final List<Drop> drops) throws IOException {
        try {
            drops.add(new Drop(file, FileStamp.of(file)));
        } catch (final NoSuchFileException e) {
            if (Files.isSymbolicLink(file)) {
                drops.add(new Drop(file, new FileStamp(null, 0, 0, false, false)));
            }
        }
    }

    /** A drop's name ends in .json and does not begin with a dot, as temporary files do. */
    static boolean isDrop(final Path file) {
        final String name = file.getFileName().toString();
        return name.endsWith(".json") && !name.startsWith(".");
    }

    private void complain(final String problem) {
        if (!problem.equals(trouble)) {
            intake.log().warn(problem + "; drops are not read");
            trouble = problem;
        }
    }
}
