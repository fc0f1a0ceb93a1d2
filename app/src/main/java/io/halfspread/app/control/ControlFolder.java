package io.halfspread.app.control;

import io.halfspread.app.console.Failure;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The folder by which one session is steered. Wishes for a trading mode are files: one named kill, pause, reduce or run,
 * its content the reason if there is any, or any *.json. Granted ones move to applied/, others to rejected/ with a .reason
 * file beside them. state.json says what an operator asked for last and outlives the session.
 */
public final class ControlFolder {
    private static final String STATE = "state.json";
    private static final String LOCK = "session.lock";
    private static final String JSON = ".json";
    private static final int MOST_BYTES = 16 * 1024;

    private final Path folder;

    /**
     * A folder, not touched yet.
     *
     * @param folder where
     */
    public ControlFolder(final Path folder) {
        this.folder = folder;
    }

    /**
     * A wish for a mode as it lies in the folder.
     *
     * @param file    the file
     * @param wish    what it asks for, null when it cannot be read
     * @param problem why it cannot be read, else empty
     */
    public record Dropped(Path file, ModeWish wish, String problem) {}

    /**
     * File whose lock the session holds.
     *
     * @return the file
     */
    public Path lockFile() {
        return folder.resolve(LOCK);
    }

    /**
     * Where it is.
     *
     * @return the folder
     */
    public Path path() {
        return folder;
    }

    /**
     * What lies there for the session: kill first, then by name.
     *
     * @return the first wish, null when there is none
     * @throws IOException when the folder cannot be listed
     */
    public Dropped next() throws IOException {
        final List<Path> files;
        try (Stream<Path> entries = Files.list(folder)) {
            files = entries.filter(ControlFolder::isWish).sorted().toList();
        } catch (final NoSuchFileException e) {
            return null;
        }
        Dropped first = null;
        for (final Path file : files) {
            final Dropped dropped = read(file);
            if (dropped.wish() != null && ModeWish.nameOf(dropped.wish().mode()).equals("kill")) {
                return dropped;
            }
            first = first == null ? dropped : first;
        }
        return first;
    }

    private static boolean isWish(final Path file) {
        final String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return Files.isRegularFile(file)
                && !name.startsWith(".")
                && !name.equals(STATE)
                && (name.endsWith(JSON) || ModeWish.NAMES.contains(name));
    }

    private static Dropped read(final Path file) {
        final String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        try {
            if (name.endsWith(JSON)) {
                if (Files.size(file) > MOST_BYTES) {
                    return new Dropped(file, null, "larger than " + MOST_BYTES + " bytes: not a wish for a mode");
                }
                return new Dropped(file, ModeWish.parse(Files.readString(file)), "");
            }
            final String content = Files.size(file) > MOST_BYTES ? "" : Files.readString(file);
            return new Dropped(file, new ModeWish(ModeWish.modeOf(name), false, content.strip()), "");
        } catch (final IOException e) {
            return name.endsWith(JSON)
                    ? new Dropped(file, null, "cannot be read: " + e.getMessage())
                    : new Dropped(file, new ModeWish(ModeWish.modeOf(name), false, ""), "");
        } catch (final IllegalArgumentException e) {
            return new Dropped(file, null, e.getMessage());
        }
    }

    /**
     * Puts a granted wish away.
     *
     * @param file the file
     * @throws IOException when it cannot be moved
     */
    public void applied(final Path file) throws IOException {
        move(file, "applied");
    }

    /**
     * Puts a refused wish away, its reason beside it.
     *
     * @param file   the file
     * @param reason why
     * @throws IOException when it cannot be moved
     */
    public void rejected(final Path file, final String reason) throws IOException {
        final Path reasonFile = folder.resolve("rejected").resolve(file.getFileName() + ".reason");
        Files.createDirectories(reasonFile.getParent());
        Files.writeString(reasonFile, reason + "\n");
        move(file, "rejected");
    }

    private void move(final Path file, final String where) throws IOException {
        final Path target = folder.resolve(where);
        Files.createDirectories(target);
        final String name = file.getFileName().toString();
        for (int number = 1; ; number++) {
            try {
                Files.move(file, target.resolve(number == 1 ? name : name + "-" + number));
                return;
            } catch (final FileAlreadyExistsException e) {
                if (number == Integer.MAX_VALUE) {
                    throw e;
                }
            } catch (final NoSuchFileException e) {
                return;
            }
        }
    }

    /**
     * What the session before left.
     *
     * @return the state, {@link ControlState#NONE} when there is none
     * @throws Failure when there is one that cannot be read: it may say kill
     */
    public ControlState state() {
        final Path file = folder.resolve(STATE);
        try {
            return Files.exists(file) ? ControlState.parse(Files.readString(file)) : ControlState.NONE;
        } catch (final IOException | RuntimeException e) {
            throw Failure.environment(
                    file + ": cannot be read, and it may say kill: " + e.getMessage() + "; look at it, then delete it");
        }
    }

    /**
     * Leaves a state, in place of the one before.
     *
     * @param state the state
     * @throws IOException when it cannot be written
     */
    public void leave(final ControlState state) throws IOException {
        write("." + STATE, STATE, state.json());
    }

    /**
     * Drops a wish for the session that has this folder.
     *
     * @param name name of the file, ending in .json
     * @param wish the wish
     * @throws IOException when it cannot be written
     */
    public void drop(final String name, final ModeWish wish) throws IOException {
        write("." + name, name, wish.json());
    }

    private void write(final String temporary, final String name, final String text) throws IOException {
        Files.createDirectories(folder);
        final Path written = Files.writeString(folder.resolve(temporary), text + "\n");
        Files.move(written, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
