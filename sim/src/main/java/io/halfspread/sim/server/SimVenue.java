package io.halfspread.sim.server;

import io.halfspread.sim.faults.InjectedFault;
import io.halfspread.sim.wire.SignedAction;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * A simulated venue on 127.0.0.1: {@code POST /info}, {@code POST /exchange} and {@code GET /ws}. Either stepped by the
 * one thread of the caller ({@link #open}), with any clock, or by a thread of its own on the real clock ({@link #start}).
 * Counters may be read and connections dropped from any thread.
 */
public final class SimVenue implements AutoCloseable {
    private static final long WAIT_NS = TimeUnit.MILLISECONDS.toNanos(1);

    private final FaultDesk faults;
    private final SocketRegistry sockets;
    private final VenueDesk desk;
    private final Doorway doorway;
    private Thread ownThread;
    private volatile boolean ended;

    private SimVenue(final VenueConfig config) {
        faults = new FaultDesk(config.faults(), config.seed());
        sockets = new SocketRegistry(config.heldFrames(), faults);
        desk = new VenueDesk(config, sockets, faults);
        try {
            doorway = new Doorway(config.port(), desk, sockets);
        } catch (final RuntimeException e) {
            desk.close();
            throw e;
        }
    }

    /**
     * Takes the port. From then on one thread calls {@link #step}, the first one to do so.
     *
     * @param config what it is made of
     * @return the venue; nothing is served before the first step
     * @throws java.io.UncheckedIOException when the port is not free
     */
    public static SimVenue open(final VenueConfig config) {
        return new SimVenue(config);
    }

    /**
     * Takes the port and serves it with a thread of its own on the real clock.
     *
     * @param config what it is made of
     * @return the running venue
     * @throws java.io.UncheckedIOException when the port is not free
     */
    public static SimVenue start(final VenueConfig config) {
        final Thread loader = new Thread(SignedAction::load, "sim-load");
        loader.setDaemon(true);
        loader.start();
        final SimVenue venue = new SimVenue(config);
        venue.ownThread = new Thread(venue::serve, "sim-venue");
        venue.ownThread.setDaemon(true);
        venue.ownThread.start();
        return venue;
    }

    /**
     * Port it listens on.
     *
     * @return on 127.0.0.1
     */
    public int port() {
        return doorway.port();
    }

    /**
     * Takes in what arrived, runs the blocks that are due, hands out what they caused. Never waits. Always by the same
     * thread, and not when the venue has its own.
     *
     * @param nowMs milliseconds since the epoch, never less than before
     * @return how much was done; 0 when idle
     */
    public int step(final long nowMs) {
        return doorway.step(nowMs, 0);
    }

    /**
     * Messages taken in: WebSocket text messages and HTTP requests.
     *
     * @return since the start
     */
    public long messagesReceived() {
        return sockets.messagesReceived();
    }

    /**
     * HTTP requests taken in; they are among the messages too.
     *
     * @return since the start
     */
    public long requestsReceived() {
        return sockets.requestsReceived();
    }

    /**
     * HTTP requests answered.
     *
     * @return since the start
     */
    public long requestsAnswered() {
        return sockets.requestsAnswered();
    }

    /**
     * WebSocket text messages written.
     *
     * @return since the start
     */
    public long framesSent() {
        return sockets.framesSent();
    }

    /**
     * Connected WebSockets.
     *
     * @return those whose upgrade was answered
     */
    public int openSockets() {
        return sockets.openSockets();
    }

    /**
     * Messages that wait for {@link #releaseOne}.
     *
     * @return 0 unless frames are held
     */
    public int pendingFrames() {
        return sockets.pendingFrames();
    }

    /**
     * Writes exactly one message that waits: the oldest. By the stepping thread.
     *
     * @return false when none waits
     */
    public boolean releaseOne() {
        return sockets.releaseOne();
    }

    /**
     * Ends WebSocket connections without a close frame, at once when called by the stepping thread, else with its next
     * step. Messages waiting for them are forgotten.
     *
     * @param remotes chosen by their address
     */
    public void dropConnections(final Predicate<InetSocketAddress> remotes) {
        doorway.drop(remotes);
    }

    /**
     * Ends the oldest WebSocket connection without a close frame, as {@link #dropConnections}.
     *
     * @return false when there is none
     */
    public boolean dropOneConnection() {
        return doorway.dropOldest();
    }

    /**
     * Whether a recording that moved the market is over; its last books stay. From any thread.
     *
     * @return never true without a recording
     */
    public boolean isRecordingOver() {
        return desk.marketEnded();
    }

    /**
     * Faults injected so far, by the plan of the configuration. From any thread.
     *
     * @return in the order of their times
     */
    public List<InjectedFault> faults() {
        return faults.injected();
    }

    /**
     * How many faults were injected so far. From any thread.
     *
     * @return the count
     */
    public int faultCount() {
        return faults.count();
    }

    /**
     * When a book or a quote was last written to anybody. By the stepping thread, when the venue has none of its own.
     *
     * @return ms since the epoch, 0 before the first
     */
    public long lastBookMs() {
        return sockets.lastBookMs();
    }

    /**
     * What the venue itself knows of an account, past all faults. By the stepping thread, when the venue has none of its own.
     *
     * @param account lower-case address
     * @return as of the last block
     */
    public AccountTruth truth(final String account) {
        return desk.truth(account);
    }

    /**
     * Moves an account's position by something that is no fill and that nobody is told. By the stepping thread, when the venue
     * has none of its own.
     *
     * @param account lower-case address
     * @param asset   index of the instrument
     * @param size    signed change, base units, decimal8
     * @param px      price at which it is paid for, USD, decimal8
     */
    public void move(final String account, final int asset, final long size, final long px) {
        desk.move(account, asset, size, px);
    }

    /**
     * What the venue itself knows of an account, where it has a thread of its own: asked there. From any other thread.
     *
     * @param account lower-case address
     * @return completed with its next step; never, when it was closed before
     */
    public CompletableFuture<AccountTruth> ask(final String account) {
        final CompletableFuture<AccountTruth> answer = new CompletableFuture<>();
        doorway.onLoop(() -> answer.complete(desk.truth(account)));
        return answer;
    }

    /** Ends every connection and frees the port. By the stepping thread, unless the venue has its own. */
    @Override
    public void close() {
        ended = true;
        if (ownThread == null) {
            end();
            return;
        }
        try {
            ownThread.join();
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void serve() {
        while (!ended) {
            doorway.step(System.currentTimeMillis(), WAIT_NS);
        }
        end();
    }

    private void end() {
        doorway.close();
        desk.close();
    }
}
