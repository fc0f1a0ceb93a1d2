package io.halfspread.app.control;

import io.halfspread.app.console.Failure;
import io.halfspread.codec.event.TradingMode;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The verb mode: asks the session of a control folder for a trading mode, and waits for its word. */
public final class ModeCaller {
    private static final long PATIENCE_NS = TimeUnit.SECONDS.toNanos(10);
    private static final long LOOK_NS = TimeUnit.MILLISECONDS.toNanos(10);

    private final ControlFolder folder;

    /**
     * Calls the session of a folder.
     *
     * @param folder the folder
     */
    public ModeCaller(final ControlFolder folder) {
        this.folder = folder;
    }

    /**
     * Asks. Without a session the wish is kept for the next one; kill, too, is then left by an explicit act only.
     *
     * @param wish the mode
     * @return what happened, one line
     * @throws Failure when the session refuses or does not answer
     */
    public String ask(final ModeWish wish) {
        try {
            return isRunning() ? askSession(wish) : keep(wish);
        } catch (final IOException e) {
            throw Failure.environment(folder.path() + ": " + e.getMessage());
        }
    }

    private String keep(final ModeWish wish) throws IOException {
        final ControlState before = folder.state();
        if (before.mode() == TradingMode.KILL && wish.mode() != TradingMode.KILL && !wish.leaveKill()) {
            throw Failure.checkFailed("kill is in force and left only with --leave-kill");
        }
        folder.leave(new ControlState(wish.mode(), wish.why(), 0, before.day(), before.pnlUsd()));
        return "no session is running here; the next one starts with mode " + ModeWish.nameOf(wish.mode());
    }

    private String askSession(final ModeWish wish) throws IOException {
        final String name = "mode-" + System.currentTimeMillis() + "-"
                + ProcessHandle.current().pid() + ".json";
        folder.drop(name, wish);
        final Path rejected = folder.path().resolve("rejected").resolve(name);
        final Path applied = folder.path().resolve("applied").resolve(name);
        final long deadlineNs = System.nanoTime() + PATIENCE_NS;
        while (System.nanoTime() < deadlineNs) {
            if (Files.exists(applied)) {
                return "mode " + ModeWish.nameOf(wish.mode()) + " is in force";
            }
            if (Files.exists(rejected)) {
                final Path reason = rejected.resolveSibling(name + ".reason");
                throw Failure.checkFailed(Files.readString(reason).strip());
            }
            LockSupport.parkNanos(LOOK_NS);
        }
        final boolean takenBack = Files.deleteIfExists(folder.path().resolve(name)) && wish.mode() == TradingMode.RUN;
        throw Failure.environment("the session does not answer; "
                + (takenBack
                        ? "the wish was taken back"
                        : "see the verb flatten, which cancels by itself and needs no session"));
    }

    private boolean isRunning() throws IOException {
        if (!Files.exists(folder.lockFile())) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(folder.lockFile(), StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock == null;
        } catch (final OverlappingFileLockException e) {
            return true;
        }
    }
}
