package io.halfspread.gateway.tuning;

import io.halfspread.codec.event.SourceKind;
import io.halfspread.engine.ring.SideQueue;
import io.halfspread.engine.tuning.TuningSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.agrona.concurrent.Agent;

/**
 * Watches tuning_params.json and the drops folder and turns what it finds into events on a side queue. It decides
 * nothing about quoting and applies nothing. Steps on the control thread; a step without news is a few system calls.
 *
 * <p>The file system's notices make it fast; a poll, each 10 s unless configured, makes it sure. No state of the file
 * system stops it: what it cannot read it says once, and goes on.
 */
public final class TuningWatcher implements Agent {
    /** Longest time between two looks unless configured. */
    public static final long DEFAULT_POLL_NS = TimeUnit.SECONDS.toNanos(10);

    private static final long NAP_NS = TimeUnit.MILLISECONDS.toNanos(10);
    private static final long SETTLING_NAP_NS = TimeUnit.MILLISECONDS.toNanos(2);

    private final Path dropsFolder;
    private final TuningLog log;
    private final TuningVersions versions;
    private final long pollNs;
    private final ParamsFile params;
    private final DropFolder drops;
    private final FolderWatch paramsWatch;
    private final FolderWatch dropsWatch;
    private boolean lookAtParams;
    private boolean lookAtDrops;
    private boolean started;
    private long polledNs;
    private String trouble;

    /**
     * Prepares the watcher. The session's first set must be in force already ({@link TuningStart}).
     *
     * @param paramsFile  the whole-set file, present or not
     * @param dropsFolder the drops folder, created when missing
     * @param queue       takes the events
     * @param versions    numbers the sets; owned by the control thread from now on
     * @param log         told of everything
     * @param pollNs      longest time between two looks, ns
     */
    public TuningWatcher(
            final Path paramsFile,
            final Path dropsFolder,
            final SideQueue queue,
            final TuningVersions versions,
            final TuningLog log,
            final long pollNs) {
        this.dropsFolder = dropsFolder;
        this.log = log;
        this.versions = versions;
        this.pollNs = pollNs;
        final TuningIntake intake = new TuningIntake(queue, versions, log);
        final TuningSource first = versions.inForce().source();
        params = new ParamsFile(paramsFile, intake, first.kind() == SourceKind.FILE ? first.sha256() : null);
        drops = new DropFolder(dropsFolder, intake);
        paramsWatch = new FolderWatch(paramsFile.toAbsolutePath().getParent());
        dropsWatch = new FolderWatch(dropsFolder);
    }

    @Override
    public String roleName() {
        return "tuning-watcher";
    }

    @Override
    public int doWork() {
        final long nowNs = System.nanoTime();
        if (!started || nowNs - polledNs >= pollNs) {
            poll(nowNs);
        }
        lookAtParams |= paramsWatch.stirred();
        lookAtDrops |= dropsWatch.stirred();
        if (!lookAtParams && !lookAtDrops) {
            return 0;
        }
        final long epochNs = TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis());
        lookAtParams = lookAtParams && params.examine(nowNs, epochNs);
        lookAtDrops = lookAtDrops && drops.examine(nowNs, epochNs);
        return 1;
    }

    /**
     * Waits on the watcher's thread until there may be something to do: a notice of the drops folder ends the wait at once.
     */
    public void await() {
        if (lookAtParams || lookAtDrops) {
            LockSupport.parkNanos(SETTLING_NAP_NS);
        } else {
            dropsWatch.await(NAP_NS);
        }
    }

    private void poll(final long nowNs) {
        started = true;
        polledNs = nowNs;
        lookAtParams = true;
        lookAtDrops = true;
        params.distrust();
        drops.moveStuck();
        versions.writeLedger();
        try {
            Files.createDirectories(dropsFolder);
            dropsWatch.renew();
            paramsWatch.renew();
            trouble = null;
        } catch (final IOException e) {
            final String problem = FileTrouble.describe(dropsFolder, e);
            if (!problem.equals(trouble)) {
                log.warn(problem + "; changes are noticed by a look each " + TimeUnit.NANOSECONDS.toMillis(pollNs)
                        + " ms only");
                trouble = problem;
            }
        }
    }

    @Override
    public void onClose() {
        try {
            paramsWatch.close();
            dropsWatch.close();
        } catch (final IOException e) {
            log.warn("watching ends: " + e.getMessage());
        }
    }
}
