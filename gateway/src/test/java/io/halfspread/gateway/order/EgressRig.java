package io.halfspread.gateway.order;

import io.halfspread.codec.action.CloidText;
import io.halfspread.codec.decimal.Decimal8;
import io.halfspread.codec.event.ActionResponseDecoder;
import io.halfspread.codec.event.CancelAllEncoder;
import io.halfspread.codec.event.CancelOrderEncoder;
import io.halfspread.codec.event.CancelReason;
import io.halfspread.codec.event.ConnectionStateDecoder;
import io.halfspread.codec.event.Flag;
import io.halfspread.codec.event.MessageHeaderDecoder;
import io.halfspread.codec.event.MessageHeaderEncoder;
import io.halfspread.codec.event.ModifyOrderEncoder;
import io.halfspread.codec.event.OrderUpdateDecoder;
import io.halfspread.codec.event.PlaceOrderEncoder;
import io.halfspread.codec.event.ScheduleCancelEncoder;
import io.halfspread.codec.event.Side;
import io.halfspread.codec.event.Tif;
import io.halfspread.engine.order.OrderScope;
import io.halfspread.engine.ring.EventRing;
import io.halfspread.engine.ring.MessageHandler;
import io.halfspread.engine.ring.RingReader;
import io.halfspread.engine.ring.SideQueue;
import io.halfspread.gateway.account.VenueOrders;
import io.halfspread.gateway.ingress.WallClock;
import io.halfspread.gateway.net.NettyNetwork;
import io.halfspread.gateway.net.Network;
import io.halfspread.gateway.rest.ExchangeClient;
import io.halfspread.gateway.rest.InfoClient;
import io.halfspread.gateway.rest.RestTimings;
import io.halfspread.gateway.rest.VenueHttp;
import io.halfspread.gateway.rest.WeightBudget;
import io.halfspread.gateway.session.ConnectionBudget;
import io.halfspread.gateway.session.FeedTimings;
import io.halfspread.gateway.session.MessageBudget;
import io.halfspread.gateway.session.VenueNetwork;
import io.halfspread.gateway.sign.ActionSigner;
import io.halfspread.gateway.sign.Nonces;
import io.halfspread.gateway.sign.SigningKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import org.agrona.DirectBuffer;

/** An egress on real sockets, stepped by the test's thread, with the commands it is given and the events it gives. */
final class EgressRig implements AutoCloseable, MessageHandler {
    static final long SESSION = 0x0123_4567_89ab_cdefL;
    static final long MS = 1_000_000L;
    private static final long PX = decimal("41.5");
    private static final long SZ = decimal("0.3");

    /** One event. */
    record Event(int command, String kind, long cloidLow, long oid, String text) {
        @Override
        public String toString() {
            return kind
                    + (command == 0 ? "" : " of " + command)
                    + (cloidLow == 0 ? "" : " " + cloidLow)
                    + (text.isEmpty() ? "" : ": " + text);
        }
    }

    final List<Event> events = new ArrayList<>();
    final List<String> notes = new ArrayList<>();
    final EventRing outputs = new EventRing(4096);
    final SideQueue queue;
    final EgressAgent agent;
    boolean drains = true;
    boolean remembers = true;
    long heard;
    long sent;
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final PlaceOrderEncoder place = new PlaceOrderEncoder();
    private final ModifyOrderEncoder modify = new ModifyOrderEncoder();
    private final CancelOrderEncoder cancel = new CancelOrderEncoder();
    private final CancelAllEncoder cancelAll = new CancelAllEncoder();
    private final ScheduleCancelEncoder scheduleCancel = new ScheduleCancelEncoder();
    private final MessageHeaderDecoder decodedHeader = new MessageHeaderDecoder();
    private final ActionResponseDecoder response = new ActionResponseDecoder();
    private final OrderUpdateDecoder update = new OrderUpdateDecoder();
    private final ConnectionStateDecoder state = new ConnectionStateDecoder();
    private final EventRing inputs = new EventRing(1024);
    private final RingReader inputReader = inputs.newReader();
    private final ExecutorService queries = daemon("queries");
    private final ExecutorService cancels = daemon("cancels");
    private final SigningKey key;
    private final Nonces nonces;
    private long cause;

    EgressRig(final OrderVenue venue) {
        this(venue, 100, 100, SideQueue.DEFAULT_CAPACITY);
    }

    EgressRig(final OrderVenue venue, final long replyTimeoutMs, final int mostInFlight, final int queueBytes) {
        this(
                venue.httpUrl(),
                new NettyNetwork(venue.address(), 1 << 16),
                new Limits(replyTimeoutMs, EgressSettings.EXPIRES_AFTER_MS, mostInFlight, 0),
                queueBytes);
    }

    EgressRig(final OrderVenue venue, final Limits limits) {
        this(venue.httpUrl(), new NettyNetwork(venue.address(), 1 << 16), limits, SideQueue.DEFAULT_CAPACITY);
    }

    /** What of the settings tests choose. */
    record Limits(long replyTimeoutMs, long expiresAfterMs, int mostInFlight, int messagesPerMinute) {}

    private static ExecutorService daemon(final String name) {
        return Executors.newSingleThreadExecutor(task -> {
            final Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
    }

    EgressRig(final String httpUrl, final Network network, final Limits limits, final int queueBytes) {
        final byte[] secret = new byte[32];
        Arrays.fill(secret, (byte) 7);
        key = SigningKey.of(secret);
        queue = new SideQueue(queueBytes);
        final WallClock clock = WallClock.ofSystem();
        try {
            nonces = new Nonces(WallClock.ofSystem(), null);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
        final VenueHttp http = new VenueHttp(
                httpUrl, new RestTimings(Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(1)));
        agent = new EgressAgent(
                clock,
                network,
                outputs.newReader(),
                queue,
                new ActionSigner(key, VenueNetwork.TESTNET),
                nonces,
                queries,
                cancels,
                new VenueOrders(new InfoClient(http, WeightBudget.unlimited()), key.addressText(), note -> {}),
                new ExchangeClient(http, WeightBudget.unlimited()),
                new EgressSettings(
                        List.of(new TradedInstrument("HYPE", 0), new TradedInstrument("ETH", 3)),
                        null,
                        limits.replyTimeoutMs() * MS,
                        limits.expiresAfterMs(),
                        limits.mostInFlight(),
                        new MessageBudget(limits.messagesPerMinute()),
                        new FeedTimings(
                                5_000 * MS, 5_000 * MS, 1_000 * MS, 3_000 * MS, 2 * MS, 10 * MS, 60_000 * MS, Map.of()),
                        new ConnectionBudget(10_000, 1),
                        5,
                        9,
                        OrderScope.upTo(SESSION)),
                (template, eventNs, sentNs) -> sent++,
                notes::add);
    }

    /** Begins the commands of another event. */
    EgressRig event() {
        cause++;
        return this;
    }

    EgressRig place(final long cloidLow, final Side side, final String sz, final Tif tif) {
        return place(cloidLow, side, decimal(sz), tif);
    }

    EgressRig place(final long cloidLow, final Side side, final long sz, final Tif tif) {
        place.wrapAndApplyHeader(outputs.claim(), 0, header)
                .causeSequence(cause)
                .eventNs(1)
                .instrument(0)
                .paramsVersion(1)
                .policyVersion(0)
                .side(side)
                .tif(tif)
                .reduceOnly(Flag.NO)
                .cloidHigh(SESSION)
                .cloidLow(cloidLow)
                .px(PX)
                .sz(sz);
        outputs.publish(place.limit());
        return this;
    }

    EgressRig place(final long cloidLow) {
        return place(cloidLow, Side.BID, SZ, Tif.ALO);
    }

    EgressRig modify(final long targetLow, final long targetOid, final long cloidLow) {
        modify.wrapAndApplyHeader(outputs.claim(), 0, header)
                .causeSequence(cause)
                .eventNs(1)
                .instrument(0)
                .paramsVersion(1)
                .policyVersion(0)
                .side(Side.BID)
                .tif(Tif.ALO)
                .reduceOnly(Flag.NO)
                .cloidHigh(SESSION)
                .cloidLow(cloidLow)
                .targetCloidLow(targetLow)
                .targetOid(targetOid)
                .px(decimal("41.4"))
                .sz(decimal("0.3"));
        outputs.publish(modify.limit());
        return this;
    }

    EgressRig cancel(final long cloidLow) {
        cancel.wrapAndApplyHeader(outputs.claim(), 0, header)
                .causeSequence(cause)
                .eventNs(1)
                .instrument(0)
                .paramsVersion(1)
                .policyVersion(0)
                .side(Side.BID)
                .reason(CancelReason.NOT_QUOTED)
                .cloidHigh(SESSION)
                .cloidLow(cloidLow)
                .oid(CancelOrderEncoder.oidNullValue());
        outputs.publish(cancel.limit());
        return this;
    }

    EgressRig cancelAll(final int instrument) {
        cancelAll
                .wrapAndApplyHeader(outputs.claim(), 0, header)
                .causeSequence(cause)
                .eventNs(1)
                .instrument(instrument)
                .paramsVersion(1)
                .policyVersion(0)
                .reason(CancelReason.SHUTDOWN);
        outputs.publish(cancelAll.limit());
        return this;
    }

    EgressRig scheduleCancel(final long deadlineNs) {
        scheduleCancel
                .wrapAndApplyHeader(outputs.claim(), 0, header)
                .causeSequence(cause)
                .eventNs(1)
                .instrument(ScheduleCancelEncoder.instrumentNullValue())
                .paramsVersion(1)
                .policyVersion(0)
                .deadlineNs(deadlineNs);
        outputs.publish(scheduleCancel.limit());
        return this;
    }

    /** Steps once: the agent, then the ring's writer and its reader. */
    int step() {
        final int work = agent.doWork();
        if (drains) {
            queue.drain(inputs, 1);
            while (inputReader.poll(this, 256) > 0) {
                Thread.onSpinWait();
            }
        }
        if (work == 0) {
            Thread.yield();
        }
        return work;
    }

    /** Steps until something holds; fails after a while. */
    void until(final String what, final BooleanSupplier holds) {
        final long endNs = System.nanoTime() + 60_000 * MS;
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() > endNs) {
                throw new AssertionError(what + " did not happen; events: " + events + "; notes: " + notes);
            }
            step();
        }
    }

    /** Steps until the connection is open and forgets that it was told. */
    EgressRig ready() {
        until("connection", agent::isReady);
        step();
        events.clear();
        return this;
    }

    /** Steps until every command has its outcome. */
    List<Event> idle() {
        until("idle", agent::isIdle);
        step();
        return events;
    }

    static String cloid(final long low) {
        return CloidText.of(SESSION, low);
    }

    /** Everything told of one order, in order. */
    List<String> told(final long cloidLow) {
        return events.stream()
                .filter(event -> event.cloidLow == cloidLow)
                .map(event -> event.kind)
                .toList();
    }

    @Override
    public void onMessage(final DirectBuffer buffer, final int offset, final int length, final long sequence) {
        heard++;
        if (!remembers) {
            return;
        }
        switch (decodedHeader.wrap(buffer, offset).templateId()) {
            case ActionResponseDecoder.TEMPLATE_ID -> {
                response.wrapAndApplyHeader(buffer, offset, decodedHeader);
                events.add(new Event(
                        response.command(),
                        response.kind().name(),
                        response.cloidLow(),
                        response.oid(),
                        response.text()));
            }
            case OrderUpdateDecoder.TEMPLATE_ID -> {
                update.wrapAndApplyHeader(buffer, offset, decodedHeader);
                events.add(new Event(0, "UPDATE " + update.status(), update.cloidLow(), update.oid(), update.reason()));
            }
            default -> {
                state.wrapAndApplyHeader(buffer, offset, decodedHeader);
                events.add(new Event(0, "CONNECTION " + state.status() + " " + state.carriesOrders(), 0, 0, ""));
            }
        }
    }

    private static long decimal(final String text) {
        return Math.round(Double.parseDouble(text) * Decimal8.ONE);
    }

    @Override
    public void close() {
        agent.onClose();
        queries.shutdownNow();
        cancels.shutdownNow();
        nonces.close();
        key.close();
    }
}
