package io.halfspread.app.capture.bulk;

import io.halfspread.app.console.Failure;
import io.halfspread.app.console.Progress;
import io.halfspread.gateway.archive.RecordedFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/** Imports many files into one capture a UTC day, several days at once. */
public final class BulkImport {
    private static final String LOCK = ".import.lock";
    private static final long SHOW_MS = 200;
    private static final double NS = 1e9;

    private final BulkRequest request;

    /**
     * Prepares an import.
     *
     * @param request what, and where to
     */
    public BulkImport(final BulkRequest request) {
        this.request = request;
    }

    /**
     * Runs it; a day that cannot be imported does not keep others from it.
     *
     * @param shown     told how far it is
     * @param interrupt asked whether to end early; whole days are kept
     * @return what became of each day and file
     * @throws Failure when an input is missing or the catalogue cannot be written
     */
    public BulkResult run(final Progress shown, final BooleanSupplier interrupt) {
        final long startNs = System.nanoTime();
        final List<FoundFile> files = FoundFile.find(request.inputs());
        final Path folder = request.catalogue().resolve(request.name());
        final ExecutorService pool = Executors.newFixedThreadPool(request.threads(), task -> {
            final Thread thread = new Thread(task, "import");
            thread.setDaemon(true);
            return thread;
        });
        try {
            Files.createDirectories(folder);
            try (FileChannel lock =
                    FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                if (!isLocked(lock)) {
                    throw Failure.environment(folder + ": another import writes there; wait for its end");
                }
                final BulkPlan plan = look(files, pool, shown);
                final double lookedS = (System.nanoTime() - startNs) / NS;
                final List<DayResult> days = importDays(plan.jobs(), pool, shown, interrupt);
                return new BulkResult(
                        days, plan.passedOver(), lookedS, (System.nanoTime() - startNs) / NS, request.threads());
            }
        } catch (final IOException e) {
            throw Failure.environment(folder + ": cannot be written: " + e.getMessage());
        } finally {
            pool.shutdownNow();
        }
    }

    private static boolean isLocked(final FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (final OverlappingFileLockException e) {
            return false;
        }
    }

    private BulkPlan look(final List<FoundFile> files, final ExecutorService pool, final Progress shown) {
        final BulkPlan plan = new BulkPlan();
        final List<Future<RecordedFile>> looks = new ArrayList<>();
        for (final FoundFile file : files) {
            looks.add(
                    isWanted(file)
                            ? pool.submit(() -> RecordedFile.survey(file.path(), file.archive() == null))
                            : null);
        }
        for (int i = 0; i < looks.size(); i++) {
            final FoundFile file = files.get(i);
            if (looks.get(i) == null) {
                plan.pass(file, "its coin is not wanted");
                continue;
            }
            try {
                plan.add(file, await(looks.get(i), () -> {}));
            } catch (final ExecutionException e) {
                if (!(e.getCause() instanceof IOException)) {
                    throw new IllegalStateException(e.getCause());
                }
                plan.pass(file, e.getCause().getMessage());
            }
            shown.at(0, 0);
        }
        return plan;
    }

    private boolean isWanted(final FoundFile file) {
        return file.archive() == null
                || request.coins().isEmpty()
                || request.coins().contains(file.archive().coin());
    }

    private List<DayResult> importDays(
            final List<DayJob> jobs,
            final ExecutorService pool,
            final Progress shown,
            final BooleanSupplier interrupt) {
        final BulkProgress progress = new BulkProgress();
        progress.total(jobs.stream().mapToLong(DayJob::bytes).sum());
        final List<Future<DayResult>> running = new ArrayList<>();
        for (final DayJob job : jobs) {
            running.add(pool.submit(() -> new DayImport(request, job, progress, interrupt).run()));
        }
        final List<DayResult> days = new ArrayList<>();
        for (final Future<DayResult> day : running) {
            try {
                days.add(await(day, () -> shown.at(progress.events(), Math.min(1, progress.share()))));
            } catch (final ExecutionException e) {
                throw new IllegalStateException(e.getCause());
            }
        }
        return days;
    }

    private static <T> T await(final Future<T> future, final Runnable meanwhile) throws ExecutionException {
        while (true) {
            try {
                return future.get(SHOW_MS, TimeUnit.MILLISECONDS);
            } catch (final TimeoutException e) {
                meanwhile.run();
            } catch (final InterruptedException e) {
                Thread.currentThread().interrupt();
                throw Failure.environment("interrupted");
            }
        }
    }
}
