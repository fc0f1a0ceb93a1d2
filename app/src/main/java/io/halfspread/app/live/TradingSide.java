package io.halfspread.app.live;

import io.halfspread.engine.order.OrderScope;
import io.halfspread.engine.ring.RingReader;
import io.halfspread.engine.ring.SideQueue;
import io.halfspread.gateway.account.AccountDesk;
import io.halfspread.gateway.account.FlattenReport;
import io.halfspread.gateway.account.Flattener;
import io.halfspread.gateway.account.UnresolvedGate;
import io.halfspread.gateway.account.VenueOrders;
import io.halfspread.gateway.net.NettyNetwork;
import io.halfspread.gateway.net.WebSocketAddress;
import io.halfspread.gateway.order.EgressAgent;
import io.halfspread.gateway.order.EgressSettings;
import io.halfspread.gateway.order.TradedInstrument;
import io.halfspread.gateway.rest.AssetMeta;
import io.halfspread.gateway.session.FeedTimings;
import io.halfspread.gateway.session.MessageBudget;
import io.halfspread.gateway.session.VenueNetwork;
import io.halfspread.gateway.sign.ActionSigner;
import io.halfspread.gateway.sign.ReserveAgent;
import io.halfspread.gateway.sign.SignatureReserve;
import java.util.List;
import java.util.function.Consumer;
import org.agrona.CloseHelper;
import org.agrona.concurrent.Agent;
import org.agrona.concurrent.EpochNanoClock;

/**
 * What a session that trades has beside one that does not: the order connection, the account's queries on their thread, and
 * the way out of the market.
 */
final class TradingSide implements AutoCloseable {
    /** How far beyond the touch an exit may trade, bps. */
    static final double EXIT_SLIPPAGE_BPS = 100;

    private static final int QUEUE_BYTES = 1 << 18;
    private static final int IN_FLIGHT = 50;

    private final VenueAccess access;
    private final List<AssetMeta> assets;
    private final SessionRuntime runtime;
    private final Consumer<String> log;
    private final OrderScope scope;
    private final QueryThread queries = new QueryThread("queries");
    private final QueryThread cancels;
    private final LatencyFigures latency = new LatencyFigures();
    private final SideQueue responses = new SideQueue(QUEUE_BYTES);
    private final SignatureReserve reserve;
    private final EgressAgent egress;
    private final NettyNetwork network;
    private final AccountDesk desk;

    /**
     * Prepares the order connection.
     *
     * @param access     key, account, requests over HTTP; stays the caller's
     * @param assets     instruments by index
     * @param runtime    clock and budgets
     * @param commands   the engine's outputs
     * @param settings   seed of waits, number of the connection, expiry, prepared signatures
     * @param log        gets lines for people
     */
    TradingSide(
            final VenueAccess access,
            final List<AssetMeta> assets,
            final SessionRuntime runtime,
            final RingReader commands,
            final TradingSettings settings,
            final Consumer<String> log) {
        this.access = access;
        this.assets = List.copyOf(assets);
        this.runtime = runtime;
        this.log = log;
        scope = settings.cancels();
        cancels = runtime.sideThreads() ? new QueryThread("cancels") : queries;
        network = new NettyNetwork(
                WebSocketAddress.beside(access.baseUrl(), VenueNetwork.SOCKET_PATH),
                NettyNetwork.DEFAULT_MAX_MESSAGE_BYTES);
        reserve = settings.prepared() == 0 ? null : new SignatureReserve(access.key(), settings.prepared());
        egress = new EgressAgent(
                runtime.clocks().get(),
                network,
                commands,
                responses,
                new ActionSigner(access.key(), access.network(), reserve),
                access.nonces(),
                queries,
                cancels,
                new VenueOrders(access.info(), access.account(), log),
                access.exchange(),
                new EgressSettings(
                        assets.stream()
                                .map(asset -> new TradedInstrument(asset.coin(), asset.assetId()))
                                .toList(),
                        null,
                        EgressSettings.REPLY_TIMEOUT_NS,
                        settings.expiresAfterMs(),
                        IN_FLIGHT,
                        new MessageBudget(settings.messages()),
                        FeedTimings.ofVenue(),
                        runtime.orderBudget(),
                        settings.connection(),
                        settings.seed(),
                        scope),
                latency,
                log);
        desk = new AccountDesk(
                access.account(),
                assets.stream().map(AssetMeta::coin).toList(),
                access.info(),
                UnresolvedGate.of(egress),
                new SideQueue(AccountDesk.QUEUE_CAPACITY),
                queries,
                log);
    }

    EgressAgent egress() {
        return egress;
    }

    /** Whether signatures are prepared here. */
    boolean prepares() {
        return reserve != null;
    }

    /** Prepares signatures, on a thread that has time. */
    Agent preparation() {
        return new ReserveAgent(reserve);
    }

    AccountDesk desk() {
        return desk;
    }

    /** Outcomes of actions for the ring's writer. */
    SideQueue responses() {
        return responses;
    }

    /** Tasks that ask the venue over HTTP and are not done. */
    int pendingQueries() {
        return queries.pending() + (cancels == queries ? 0 : cancels.pending());
    }

    long queriesGiven() {
        return queries.given() + (cancels == queries ? 0 : cancels.given());
    }

    NettyNetwork network() {
        return network;
    }

    VenueAccess access() {
        return access;
    }

    LatencyFigures latency() {
        return latency;
    }

    /**
     * Takes the account out of the market in these coins; orders of others stay, unless configured. Blocks.
     *
     * @param closePositions false to cancel only
     * @param patienceNs     when to give up
     */
    FlattenReport flatten(final boolean closePositions, final long patienceNs) {
        final EpochNanoClock clock = runtime.clocks().get();
        return flattener(access, clock, log)
                .run(assets, scope, closePositions, EXIT_SLIPPAGE_BPS, clock.nanoTime() + patienceNs);
    }

    static Flattener flattener(final VenueAccess access, final EpochNanoClock clock, final Consumer<String> log) {
        return new Flattener(
                access.info(),
                access.exchange(),
                new ActionSigner(access.key(), access.network()),
                access.nonces(),
                clock,
                access.account(),
                log);
    }

    /** Ends the queries; the agents are closed by their threads. */
    @Override
    public void close() {
        cancels.close();
        queries.close();
        CloseHelper.close(reserve);
    }
}
