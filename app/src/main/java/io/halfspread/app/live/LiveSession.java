package io.halfspread.app.live;

import io.halfspread.app.config.ConfigOption;
import io.halfspread.app.console.SignalListener;
import io.halfspread.app.control.ControlState;
import io.halfspread.app.control.ModeWish;
import io.halfspread.app.replay.DecisionLog;
import io.halfspread.app.tuning.TuningControl;
import io.halfspread.app.view.HopHistogram;
import io.halfspread.codec.event.BudgetMode;
import io.halfspread.codec.event.ModeSource;
import io.halfspread.codec.event.TradingMode;
import io.halfspread.codec.hyperliquid.CoinIndex;
import io.halfspread.engine.agent.EngineAgent;
import io.halfspread.engine.agent.PlacedAgent;
import io.halfspread.engine.agent.ThreadPlacement;
import io.halfspread.engine.agent.ThreadingMode;
import io.halfspread.engine.capture.CaptureIdentity;
import io.halfspread.engine.capture.CaptureSettings;
import io.halfspread.engine.capture.CaptureState;
import io.halfspread.engine.capture.CaptureWriter;
import io.halfspread.engine.capture.JournalAgent;
import io.halfspread.engine.handler.QuotingHandler;
import io.halfspread.engine.order.OrderScope;
import io.halfspread.engine.replay.ReplayOptions;
import io.halfspread.engine.ring.EventPublisher;
import io.halfspread.engine.ring.EventRing;
import io.halfspread.engine.ring.RingReader;
import io.halfspread.engine.ring.SideQueue;
import io.halfspread.engine.solver.SolverDesk;
import io.halfspread.gateway.ingress.IngressAgent;
import io.halfspread.gateway.ingress.IngressSettings;
import io.halfspread.gateway.net.NettyNetwork;
import io.halfspread.gateway.net.WebSocketAddress;
import io.halfspread.gateway.session.ConnectionPlan;
import io.halfspread.gateway.session.FeedTimings;
import io.halfspread.gateway.session.MarketStream;
import io.halfspread.gateway.session.MessageBudget;
import io.halfspread.gateway.session.VenueNetwork;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.agrona.LangUtil;
import org.agrona.concurrent.Agent;
import org.agrona.concurrent.EpochNanoClock;
import org.agrona.concurrent.IdleStrategy;

/**
 * The composition root of a session: rings, agents, queues and threads, put together here and nowhere else. Events enter by
 * the ingress, pass the engine, and leave by egress and journal; control, queries and observer stand beside.
 */
public final class LiveSession implements AutoCloseable {
    /** What each connection carries, by its number. */
    static final List<String> CONNECTIONS = List.of("market data", "fast books", "account", "orders");

    private static final Set<MarketStream> STREAMS = EnumSet.complementOf(EnumSet.of(MarketStream.ALL_MIDS));
    /** SIGUSR2 is the JVM's own. */
    private static final List<String> KILL_SIGNAL = List.of("USR1");

    private static final int MIB = 1 << 20;
    private static final int POLICY_BYTES = 1 << 20;
    private static final long FORCE_MS = 1_000;
    private static final long ORDER_SEED = 1_000_003;

    private final SessionPlan plan;
    private final SessionRuntime runtime;
    private final LogLines log;
    private final EventRing inputRing;
    private final EventRing outputRing;
    private final QuotingHandler handler;
    private final EngineAgent engine;
    private final RingReader engineInputs;
    private final RingReader journalInputs;
    private final RingReader journalOutputs;
    private final OperatorDesk operator = new OperatorDesk();
    private final NettyNetwork marketNetwork;
    private final IngressAgent ingress;
    private final TradingSide trading;
    private final SessionTally tally;
    private final CaptureWriter capture;
    private final PinReport pins;
    private final ThreadPlacement placement;
    private final SessionThreads threads;
    private final Agent watcher;
    private final SessionTap tap;
    private final IdleStrategy watcherNap;
    private final SessionObserver observer;
    private final ModeControl control;
    private final DutyWatch watch;
    private final SolverAgent solver;
    private final SideThreads sideThreads;
    private SignalListener killSignal;
    private boolean closed;

    /**
     * Wires a session; nothing is contacted before it is started.
     *
     * @param plan    what was asked for
     * @param runtime clock and threads
     * @param tuning  parameters
     * @param log     takes and prints lines for people
     */
    LiveSession(final SessionPlan plan, final SessionRuntime runtime, final TuningControl tuning, final LogLines log) {
        this.plan = plan;
        this.runtime = runtime;
        this.log = log;
        final int slots = (int) plan.config().integer(ConfigOption.RING_SLOTS);
        inputRing = new EventRing(slots);
        outputRing = new EventRing(slots);

        handler = new QuotingHandler(outputRing);
        engineInputs = inputRing.newReader();
        engine = new EngineAgent(engineInputs, outputRing, handler, ReplayOptions.DEFAULT_BATCH);

        tally = new SessionTally(plan.sessionId(), plan.coins().size());
        final SideQueue policies = new SideQueue(POLICY_BYTES);
        tap = new SessionTap(
                inputRing.newReader(engineInputs),
                outputRing.newReader(),
                tally,
                runtime.clocks().get());
        capture = openCapture();
        journalInputs = inputRing.newReader(engineInputs);
        journalOutputs = outputRing.newReader();
        final SealedJournal journal = new SealedJournal(
                new JournalAgent(
                        journalInputs,
                        journalOutputs,
                        capture,
                        JournalAgent.backlogLimit(
                                slots,
                                QuotingHandler.maxOutputsPerEvent(plan.coins().size()))),
                tap,
                handler::hash);

        final ConnectionPlan feed = ConnectionPlan.of(plan.coins(), STREAMS);
        final ConnectionPlan connections =
                plan.mode().trades() ? feed.withAccount(plan.access().account()) : feed;
        trading = plan.mode().trades()
                ? new TradingSide(
                        plan.access(),
                        plan.assets(),
                        runtime,
                        outputRing.newReader(),
                        new TradingSettings(
                                plan.config().integer(ConfigOption.ORDERS_EXPIRE_AFTER),
                                plan.settings().budgetMode() == BudgetMode.VENUE ? MessageBudget.ORDERS_PER_MINUTE : 0,
                                runtime.sideThreads() ? (int) plan.config().integer(ConfigOption.SIGNING_PREPARED) : 0,
                                connections.connections().size(),
                                plan.seed() + ORDER_SEED,
                                plan.settings().guard().cancelsForeign()
                                        ? OrderScope.EVERYTHING
                                        : OrderScope.upTo(plan.sessionId())),
                        log)
                : null;
        final EpochNanoClock clock = runtime.clocks().get();
        final PaperVenue paper = plan.mode().trades()
                ? null
                : new PaperVenue(inputRing, engineInputs, outputRing.newReader(), plan.fills(), progress(journal));
        final EventPublisher publisher = paper == null ? inputRing : paper;
        marketNetwork = new NettyNetwork(
                WebSocketAddress.beside(plan.access().baseUrl(), VenueNetwork.SOCKET_PATH),
                NettyNetwork.DEFAULT_MAX_MESSAGE_BYTES);
        ingress = new IngressAgent(
                clock,
                marketNetwork,
                publisher,
                new CoinIndex(plan.coins()),
                new IngressSettings(connections, FeedTimings.ofVenue(), runtime.marketBudget(), plan.seed())
                        .withReview(TimeUnit.MILLISECONDS.toNanos(plan.config().integer(ConfigOption.ACCOUNT_REVIEW))),
                sideQueues(tuning, policies),
                trading == null ? null : trading.desk(),
                (ingestNs, buffer, offset, length) -> {},
                log);

        final List<Agent> hot = new ArrayList<>();
        hot.add(new SessionIngress(
                clock, publisher, plan.sessionId(), plan.settings(), tuning.first(), ingress, paper));
        hot.add(engine);
        if (trading != null) {
            hot.add(trading.egress());
        }
        pins = new PinReport(plan.folder(), log);
        placement = runtime.placement().apply(pins);
        threads = new SessionThreads(runtime.threading(), runtime.idling(), placement, runtime.warmth(), hot, journal);

        control = plan.control() == null
                ? null
                : new ModeControl(
                        plan.control().folder(), plan.control().before(), operator, tally, engine::dayPnlUsd, log);
        watch = watch();
        watcher = tuning.watcher();
        watcherNap = tuning.nap();
        observer = observer();
        solver = new SolverAgent(
                tap.newReceiver(), new SolverDesk(plan.config().solver().forAll()), policies, log);
        sideThreads = new SideThreads(log);
    }

    /** Watches the agents where they run on the system's clock; null where nobody does. */
    private DutyWatch watch() {
        final long stallMs = plan.config().integer(ConfigOption.WATCH_STALL);
        if (stallMs == 0 || !runtime.sideThreads()) {
            return null;
        }
        final boolean cancels = plan.config().text(ConfigOption.WATCH_ON_STALL).equals("cancel");
        return new DutyWatch(
                threads.watched(),
                TimeUnit.MILLISECONDS.toNanos(stallMs),
                DutyWatch.RECOVERED_NS,
                new StallGuard(operator, tally, trading, cancels, log));
    }

    private CaptureWriter openCapture() {
        return CaptureWriter.open(
                plan.folder(),
                new CaptureIdentity(
                        plan.build(),
                        plan.mode().captureKind(),
                        plan.sessionId(),
                        plan.config().sha256().hex(),
                        plan.source(),
                        plan.coins()),
                new CaptureSettings((int) plan.config().integer(ConfigOption.CAPTURE_SEGMENT) * MIB, true, FORCE_MS));
    }

    private List<SideQueue> sideQueues(final TuningControl tuning, final SideQueue policies) {
        final List<SideQueue> queues = new ArrayList<>(List.of(operator.queue(), tuning.queue(), policies));
        if (trading != null) {
            queues.add(trading.responses());
        }
        return queues;
    }

    private SessionObserver observer() {
        return new SessionObserver(
                tap.newReceiver(),
                new DecisionLog(
                        log,
                        runtime.clocks().get()::nanoTime,
                        TimeUnit.MILLISECONDS.toNanos(plan.config().integer(ConfigOption.LOG_DECISIONS)),
                        plan.coins()),
                new EventLines(plan.coins(), CONNECTIONS),
                log);
    }

    /** How the ring's writer waits for the engine: with the engine on its own thread by letting it run. */
    private EngineProgress progress(final Agent journal) {
        if (runtime.threading() == ThreadingMode.DEDICATED) {
            return () -> {
                requireHealthy();
                Thread.onSpinWait();
            };
        }
        return runtime.threading() == ThreadingMode.SHARED
                ? engine::doWork
                : () -> {
                    engine.doWork();
                    stepQuietly(journal);
                };
    }

    private static void stepQuietly(final Agent agent) {
        try {
            agent.doWork();
        } catch (final Exception e) {
            LangUtil.rethrowUnchecked(e);
        }
    }

    private void requireHealthy() {
        if (threads.failure() != null) {
            throw new IllegalStateException("the engine has ended: " + threads.failure());
        }
    }

    /** Starts all threads that the runtime asks for. */
    void start() {
        runtime.warmth().warmUp(log);
        if (runtime.sideThreads()) {
            sideThreads.start(watcher, watcherNap);
            sideThreads.start(pins);
            sideThreads.start(observer);
            if (control != null) {
                sideThreads.start(control);
            }
            if (trading != null && trading.prepares()) {
                sideThreads.start(trading.preparation());
            }
            sideThreads.start(new PlacedAgent(solver, solver.roleName(), placement));
        }
        keepMode();
        threads.start();
        if (watch != null) {
            watch.start();
        }
    }

    /** A session begins in the mode that an operator left the one before in: nobody leaves kill by starting again. */
    private void keepMode() {
        if (plan.control() != null) {
            killSignal = new SignalListener(
                    KILL_SIGNAL, () -> operator.ask(TradingMode.KILL, ModeSource.SIGNAL, false, "SIGUSR1"));
        }
        if (plan.control() != null && ModeControl.isKept(plan.control().before())) {
            final ControlState before = plan.control().before();
            operator.ask(before.mode(), ModeSource.START, false, before.why());
            log.accept("WARN the session starts with mode " + ModeWish.nameOf(before.mode())
                    + ", as it was left; to quote: mode run"
                    + (before.mode() == TradingMode.KILL ? " --leave-kill" : ""));
        }
    }

    /**
     * One duty cycle of the hot agents, the journal and the solver, where the caller steps them.
     *
     * @return how much was done, 0 for nothing
     */
    public int step() {
        return threads.step() + (runtime.sideThreads() ? 0 : solver.doWork());
    }

    boolean isInvoked() {
        return threads.isInvoked();
    }

    OperatorDesk operator() {
        return operator;
    }

    SessionTally tally() {
        return tally;
    }

    TradingSide trading() {
        return trading;
    }

    /** Whether the venue may hold a deadline at which it cancels everything. */
    boolean isCancelScheduled() {
        return engine.isCancelScheduled();
    }

    /** Orders whose end the engine does not know. */
    int liveOrders() {
        return engine.liveOrders();
    }

    /**
     * Says on the log what happened since the last time, where no thread of its own does.
     *
     * @return how much was said
     */
    public int observe() {
        return observer.doWork();
    }

    /**
     * What its sockets and requests have moved; to be asked where the caller steps the session.
     *
     * @return counts as of now
     */
    public WireCounts wires() {
        return WireCounts.of(marketNetwork, trading);
    }

    /**
     * Whether the engine has taken all that is in the ring.
     *
     * @return true when it has; from any thread
     */
    public boolean isDrained() {
        return engineInputs.position() >= inputRing.published();
    }

    /** Whether any instrument has a position, as of the last decisions. */
    boolean hasPosition() {
        return IntStream.range(0, plan.coins().size()).anyMatch(i -> tally.position(i) != 0);
    }

    /** What ended an agent, null while all are well. */
    Throwable failure() {
        return threads.failure();
    }

    /** Why the venue takes nothing signed with the key any more; null while it does, and in a session that does not trade. */
    String keyRefusal() {
        return trading == null ? null : trading.egress().keyRefusal();
    }

    /** What the capture is able to do. */
    CaptureState captureState() {
        return capture.state();
    }

    /** What is wrong with the capture, null when nothing is. */
    String captureNote() {
        return capture.trouble();
    }

    /** What the capture lost, null when it has all. */
    String captureTrouble() {
        return capture.lostInputs() > 0 ? capture.trouble() : null;
    }

    /**
     * Changes what the engine may do, in all instruments.
     *
     * @param mode from the next event on
     * @return false when too many changes wait
     */
    public boolean mode(final TradingMode mode) {
        return operator.ask(mode, ModeSource.COMMAND, false, "asked by the program that runs the session");
    }

    /**
     * What a trading session noticed of troubles so far. Where the caller steps the session.
     *
     * @return counts, none of which ever falls
     */
    public SessionSigns signs() {
        return new SessionSigns(
                tally.losses(),
                tally.unresolved(),
                tally.errors(),
                tally.alerts(),
                handler.duplicateFills(),
                trading.egress().lateReplies(),
                trading.desk().resyncs(),
                log.lines(),
                trading.egress().unresolved());
    }

    /**
     * How much the session does and how far it is behind.
     *
     * @return as of now; from any thread
     */
    public SessionLoad load() {
        return new SessionLoad(
                marketNetwork.messagesReceived(),
                inputRing.published() + 1,
                outputRing.published() + 1,
                Math.max(inputRing.published() - engineInputs.position(), journalInputs.backlog()),
                journalOutputs.backlog(),
                watch == null ? 0 : watch.stalls(),
                watch == null ? 0 : watch.longestNs(),
                tally.reconnects(),
                tally.losses());
    }

    /**
     * Position of an instrument as of the last decision about it.
     *
     * @param instrument its index
     * @return base units, decimal8; from any thread
     */
    public long position(final int instrument) {
        return tally.position(instrument);
    }

    /**
     * Whether the account's state is known, so that quotes are allowed.
     *
     * @return as of the last event
     */
    public boolean isReady() {
        return tally.isReady();
    }

    /**
     * The engine.
     *
     * @return its accessors only where the caller steps the session, or after it was closed
     */
    public QuotingHandler engine() {
        return handler;
    }

    SessionPlan plan() {
        return plan;
    }

    /** What this session says from its start on, for somebody who looks on; before it starts. */
    SessionFeed newFeed() {
        return new SessionFeed(tap.newReceiver(), runtime.clocks().get(), this);
    }

    /** From an input's arrival until the capture has it; from any thread. */
    HopHistogram.Figures recorded() {
        return tap.recorded().figures();
    }

    int ringSlots() {
        return (int) plan.config().integer(ConfigOption.RING_SLOTS);
    }

    /** Inputs that the engine has not taken; from any thread. */
    long engineBehind() {
        return Math.max(0, inputRing.published() - engineInputs.position());
    }

    /** Inputs that the capture does not have; from any thread. */
    long journalBehind() {
        return journalInputs.backlog();
    }

    /** Ends everything in order; the capture is sealed with what was recorded. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        if (killSignal != null) {
            killSignal.close();
        }
        if (watch != null) {
            watch.close();
        }
        threads.close();
        sideThreads.close();
        if (!runtime.sideThreads()) {
            watcher.onClose();
            observer.onClose();
        }
        capture.close();
        if (trading != null) {
            trading.close();
        }
        log.print();
    }
}
