package io.halfspread.app.rehearsal;

import io.halfspread.codec.event.BudgetMode;
import io.halfspread.codec.event.InstrumentKind;
import io.halfspread.codec.event.QuoteSource;
import io.halfspread.codec.event.SessionKind;
import io.halfspread.codec.hyperliquid.CoinIndex;
import io.halfspread.engine.agent.EngineAgent;
import io.halfspread.engine.handler.QuotingHandler;
import io.halfspread.engine.order.OrderScope;
import io.halfspread.engine.ring.EventRing;
import io.halfspread.engine.ring.SideQueue;
import io.halfspread.engine.settings.Instrument;
import io.halfspread.engine.settings.QuotingSettings;
import io.halfspread.engine.settings.RiskLimits;
import io.halfspread.engine.settings.SessionOpening;
import io.halfspread.engine.settings.SessionSettings;
import io.halfspread.engine.tuning.TuningEvents;
import io.halfspread.engine.tuning.TuningUpdate;
import io.halfspread.gateway.ingress.IngressAgent;
import io.halfspread.gateway.ingress.IngressSettings;
import io.halfspread.gateway.order.ActionReply;
import io.halfspread.gateway.order.EgressAgent;
import io.halfspread.gateway.order.EgressSettings;
import io.halfspread.gateway.order.SendTap;
import io.halfspread.gateway.order.TradedInstrument;
import io.halfspread.gateway.session.ConnectionBudget;
import io.halfspread.gateway.session.ConnectionPlan;
import io.halfspread.gateway.session.FeedTimings;
import io.halfspread.gateway.session.MarketStream;
import io.halfspread.gateway.session.MessageBudget;
import io.halfspread.gateway.sign.ActionSigner;
import io.halfspread.gateway.sign.Nonces;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.EpochNanoClock;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * A second hot line beside the real one: the same ingress, engine and egress, each an instance of its own, over rings of its
 * own, a clock of its own, a key drawn for it and a network that ends on the stage. Its frames are decoded, decided on,
 * encoded and signed by the code of the session; nothing of the session is read or changed, nothing is sent, nothing
 * captured, no nonce and no prepared signature used up.
 *
 * <p>It goes in short units, so that a thread which waits for the network can do one in between. Makes no objects after its
 * first frames. The thread of the first unit does all of them.
 */
public final class Rehearsal {
    /** Units of a frame. */
    static final int UNITS = 4;

    private static final int IN_SLOTS = 64;
    private static final int OUT_SLOTS = 256;
    private static final long MS = TimeUnit.MILLISECONDS.toNanos(1);
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    /** Time on the stage between two frames. */
    private static final long FRAME_NS = 100 * MS;

    private static final long EPOCH_NS = 1_700_000_000L * SECOND;
    private static final long SESSION = 1;
    private static final int QUEUE_BYTES = 1 << 14;
    private static final int IN_FLIGHT = 8;

    private final StageBooks books = new StageBooks();
    private final StageVenue venue = new StageVenue();
    private final StageNetwork feed = new StageNetwork((buffer, offset, length) -> {});
    private final StageNetwork orders;
    private final EventRing inputs = new EventRing(IN_SLOTS);
    private final EventRing outputs = new EventRing(OUT_SLOTS);
    private final QuotingHandler handler = new QuotingHandler(outputs);
    private final EngineAgent engine = new EngineAgent(inputs.newReader(), outputs, handler, IN_SLOTS);
    private final IngressAgent ingress;
    private final EgressAgent egress;
    private long nowNs = EPOCH_NS;
    private int unit;
    private long frames;

    /** Puts the line together. */
    public Rehearsal() {
        orders = new StageNetwork(this::onAction);
        final SideQueue responses = new SideQueue(QUEUE_BYTES);
        final EpochNanoClock clock = () -> nowNs;
        final FeedTimings patient = new FeedTimings(
                Long.MAX_VALUE / 4, SECOND, Long.MAX_VALUE / 4, Long.MAX_VALUE / 4, SECOND, SECOND, SECOND, Map.of());
        ingress = new IngressAgent(
                clock,
                feed,
                inputs,
                new CoinIndex(List.of(StageBooks.COIN)),
                new IngressSettings(
                        ConnectionPlan.of(List.of(StageBooks.COIN), EnumSet.of(MarketStream.ACTIVE_ASSET_CTX)),
                        patient,
                        new ConnectionBudget(1, 1),
                        SESSION),
                List.of(responses),
                (ingestNs, buffer, offset, length) -> {},
                line -> {});
        egress = new EgressAgent(
                clock,
                orders,
                outputs.newReader(),
                responses,
                ActionSigner.forRehearsal(),
                nonces(clock),
                task -> {},
                task -> {},
                new NobodyAsks(),
                Rehearsal::refuse,
                new EgressSettings(
                        List.of(new TradedInstrument(StageBooks.COIN, 0)),
                        null,
                        EgressSettings.REPLY_TIMEOUT_NS,
                        EgressSettings.EXPIRES_AFTER_MS,
                        IN_FLIGHT,
                        new MessageBudget(0),
                        patient,
                        new ConnectionBudget(1, 1),
                        1,
                        SESSION,
                        OrderScope.EVERYTHING),
                SendTap.NONE,
                line -> {});
    }

    private static Nonces nonces(final EpochNanoClock clock) {
        try {
            return new Nonces(clock, null);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ActionReply refuse(final byte[] body) throws IOException {
        throw new IOException("nothing leaves the stage");
    }

    /** Does the next short unit of work: takes a frame in, decides, signs, or takes the answer in. */
    public void step() {
        switch (unit++) {
            case 0 -> receive();
            case 1 -> engine.doWork();
            case 2 -> egress.doWork();
            default -> {
                unit = 0;
                answer();
            }
        }
    }

    private void receive() {
        if (frames == 0) {
            open();
        }
        nowNs += FRAME_NS;
        final UnsafeBuffer book = books.next(nowNs / MS);
        feed.deliver(book, book.capacity());
        ingress.doWork();
        frames++;
    }

    private void open() {
        SessionOpening.publish(inputs, nowNs, SESSION, settings());
        inputs.publish(TuningEvents.encode(inputs.claim(), nowNs, TuningUpdate.defaults()));
        for (int i = 0; i < 2; i++) {
            ingress.doWork();
            engine.doWork();
            egress.doWork();
        }
    }

    /** The replies to what was sent come back into the engine. */
    private void answer() {
        egress.doWork();
        ingress.doWork();
        engine.doWork();
    }

    private void onAction(final DirectBuffer buffer, final int offset, final int length) {
        venue.onAction(buffer, offset, length);
        orders.deliver(venue.reply(), venue.length());
    }

    private static SessionSettings settings() {
        final QuotingSettings quoting = new QuotingSettings(
                QuoteSource.HEURISTIC, 0, 5, 2, 10, false, 30_000_000L, 300_000_000L, 0, false, 1, 100, 0, 0);
        final RiskLimits limits = new RiskLimits(Long.MIN_VALUE, 0, 10 * SECOND, 10 * SECOND);
        return new SessionSettings(
                SessionKind.REPLAY,
                false,
                BudgetMode.NONE,
                0,
                Long.MIN_VALUE,
                0,
                List.of(new Instrument(StageBooks.COIN, InstrumentKind.PERP, 2, 0, quoting, limits)));
    }

    /**
     * Frames taken in.
     *
     * @return the count
     */
    public long frames() {
        return frames;
    }

    /** Hash of all that was decided on the stage: the same after the same number of units. */
    long hash() {
        return handler.hash();
    }

    /**
     * Actions signed and answered.
     *
     * @return the count
     */
    public long actions() {
        return venue.actions();
    }
}
