package io.halfspread.gateway.net;

import java.util.concurrent.FutureTask;

/** A thread as sessions step networks on. */
public final class NetworkThread {
    private NetworkThread() {}

    /** Runs something on one and waits for it. */
    public static void run(final Runnable task) throws Exception {
        final FutureTask<Void> running = new FutureTask<>(task, null);
        NettyNetwork.threads().newThread(running).start();
        running.get();
    }
}
