package io.halfspread.app.control;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** Takes a lock and holds it until it is killed. */
final class LockChild {
    private LockChild() {}

    public static void main(final String[] args) throws InterruptedException {
        ProcessLock.take(Path.of(args[0]), "the account", line -> {});
        System.out.println("locked");
        new CountDownLatch(1).await();
    }
}
