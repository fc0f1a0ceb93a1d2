package io.halfspread.app.live;

import io.halfspread.app.config.ConfigOption;
import io.halfspread.app.config.HalfspreadConfig;
import io.halfspread.app.control.ControlFolder;
import io.halfspread.app.control.ControlState;
import io.halfspread.app.control.ProcessLock;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The control folder of one session, held against every other one, and what the session before left there. */
final class SessionControl implements AutoCloseable {
    private static final long DAY_MS = TimeUnit.DAYS.toMillis(1);
    private static final double SCALE = 1e8;

    private final ControlFolder folder;
    private final ControlState before;
    private final ProcessLock lock;
    private final Path locks;
    private final Consumer<String> log;
    private ProcessLock account;

    private SessionControl(
            final ControlFolder folder,
            final ControlState before,
            final ProcessLock lock,
            final Path locks,
            final Consumer<String> log) {
        this.folder = folder;
        this.before = before;
        this.lock = lock;
        this.locks = locks;
        this.log = log;
    }

    /**
     * Takes the folder that the configuration names.
     *
     * @param config names it
     * @param log    gets lines for people
     */
    static SessionControl of(final HalfspreadConfig config, final Consumer<String> log) {
        final ControlFolder folder = new ControlFolder(Path.of(config.text(ConfigOption.PATHS_CONTROL)));
        final ProcessLock lock = ProcessLock.take(folder.lockFile(), "control folder " + folder.path(), log);
        try {
            return new SessionControl(
                    folder, folder.state(), lock, Path.of(config.text(ConfigOption.PATHS_LOCKS)), log);
        } catch (final RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** Keeps a second process off the account, if there is one; checkouts that share it share the folder of locks too. */
    void lockAccount(final VenueAccess access) {
        if (!access.account().isEmpty()) {
            final String venue = access.baseUrl().replaceAll("[^A-Za-z0-9.]+", "-");
            account = ProcessLock.take(
                    locks.resolve(venue + "-" + access.account() + ".lock"),
                    "account " + access.account() + " at " + access.baseUrl(),
                    log);
        }
    }

    ControlFolder folder() {
        return folder;
    }

    ControlState before() {
        return before;
    }

    /** Profit of earlier sessions of this UTC day, USD, decimal8. */
    long carriedPnlUsd() {
        return before.day() == System.currentTimeMillis() / DAY_MS ? Math.round(before.pnlUsd() * SCALE) : 0;
    }

    @Override
    public void close() {
        if (account != null) {
            account.close();
        }
        lock.close();
    }
}
