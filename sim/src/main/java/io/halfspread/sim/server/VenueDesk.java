package io.halfspread.sim.server;

import com.fasterxml.jackson.databind.JsonNode;
import io.halfspread.sim.exchange.Exchange;
import io.halfspread.sim.exchange.ExchangeListener;
import io.halfspread.sim.exchange.FillRecord;
import io.halfspread.sim.exchange.FundingRecord;
import io.halfspread.sim.exchange.OrderRecord;
import io.halfspread.sim.exchange.OrderStatus;
import io.halfspread.sim.exchange.Result;
import io.halfspread.sim.exchange.TradeRecord;
import io.halfspread.sim.faults.FaultKind;
import io.halfspread.sim.flow.Flow;
import io.halfspread.sim.flow.MarketFlow;
import io.halfspread.sim.flow.RecordedFlow;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** The venue behind the network: gives requests to their desks, runs blocks when they are due, has their frames sent. */
final class VenueDesk implements VenueService, ExchangeListener {
    private static final long SEED_STEP = 1_000_003L;
    private static final List<HttpResponseStatus> EDGE_ERRORS = List.of(
            HttpResponseStatus.INTERNAL_SERVER_ERROR,
            HttpResponseStatus.BAD_GATEWAY,
            HttpResponseStatus.SERVICE_UNAVAILABLE);

    private final VenueConfig config;
    private final SocketRegistry sockets;
    private final Exchange exchange;
    private final List<Flow> flows;
    private final Later later = new Later();
    private final Feeds feeds = new Feeds();
    private final BlockClock clock;
    private final SourceLimits limits;
    private final Coins coins;
    private final AccountJson accounts;
    private final Publisher publisher;
    private final InfoDesk info;
    private final ActionDesk actions;
    private final SocketDesk socketDesk;
    private final FaultDesk faults;
    private final VenueFaults venueFaults;
    private BlockReport report;
    private long blockMs;
    private long firstBlockMs;

    VenueDesk(final VenueConfig config, final SocketRegistry sockets, final FaultDesk faults) {
        this.config = config;
        this.faults = faults;
        this.sockets = sockets;
        coins = new Coins(config.exchange().instruments());
        exchange = new Exchange(config.exchange(), this);
        config.accounts().forEach(exchange::deposit);
        flows = flows(config, exchange);
        clock = new BlockClock(config.blockMs(), config.speed(), config.seed());
        limits = new SourceLimits(config.has(VenueRule.REQUEST_WEIGHT), config.has(VenueRule.SOCKET_LIMITS));
        final Candles candles = new Candles(coins.count());
        final MarketJson market = new MarketJson(exchange, coins);
        accounts = new AccountJson(exchange, coins);
        final Snapshots snapshots = new Snapshots(exchange, coins, market, accounts, candles);
        final Agents agents = new Agents();
        publisher = new Publisher(
                feeds,
                coins,
                market,
                accounts,
                snapshots,
                candles,
                later,
                config.timings().faster(config.speed()));
        info = new InfoDesk(
                new MarketQueries(exchange, coins, market, candles),
                new AccountQueries(exchange, accounts, coins, agents, config.subAccounts()),
                snapshots,
                limits);
        actions = new ActionDesk(config, exchange, limits, later, agents, new ActionFaults(faults, exchange));
        socketDesk = new SocketDesk(config, coins, feeds, snapshots, limits, info, actions);
        venueFaults = new VenueFaults(faults, sockets, exchange, feeds, snapshots);
        report = new BlockReport(accounts, coins);
    }

    @Override
    public void begin(final long nowMs) {
        limits.advance(nowMs);
        actions.advance(nowMs);
        if (blockMs == 0) {
            runDueBlocks(nowMs);
        }
    }

    @Override
    public void onRequest(final HttpCall call) {
        final JsonNode body = Json.parse(call.body());
        final boolean query = call.path().equals("/info");
        if (!query && !call.path().equals("/exchange")) {
            call.answerText(HttpResponseStatus.NOT_FOUND, "");
        } else if (body == null) {
            call.answerText(HttpResponseStatus.BAD_REQUEST, "Failed to parse the request body as JSON");
        } else if (!faults.isCalm() && refuses(call)) {
            return;
        } else if (query) {
            info.answer(body, call.remoteAddress(), new HttpReply(call));
        } else {
            actions.take(body, call.remoteAddress(), new HttpReply(call));
        }
    }

    /** Whether the venue's edge answers in place of the venue. */
    private boolean refuses(final HttpCall call) {
        if (faults.strikes(FaultKind.HTTP_429, call.path())) {
            call.answerText(HttpResponseStatus.TOO_MANY_REQUESTS, "Too Many Requests");
            return true;
        }
        if (faults.strikes(FaultKind.HTTP_5XX, call.path())) {
            final HttpResponseStatus status = EDGE_ERRORS.get(faults.below(FaultKind.HTTP_5XX, EDGE_ERRORS.size()));
            call.answerText(status, status.reasonPhrase());
            return true;
        }
        if (faults.strikes(FaultKind.NO_ANSWER, call.path())) {
            call.abandon();
        }
        return false;
    }

    @Override
    public boolean admits(final String remoteAddress) {
        return limits.admits(remoteAddress);
    }

    @Override
    public void onOpen(final ClientSocket socket) {
        limits.connected(socket.remoteAddress(), 1);
    }

    @Override
    public void onText(final ClientSocket socket, final String text) {
        socketDesk.take(socket, text);
    }

    @Override
    public void onClose(final ClientSocket socket) {
        limits.connected(socket.remoteAddress(), -1);
        feeds.removeAll(socket);
    }

    @Override
    public int onStep(final long nowMs) {
        int done = venueFaults.advance(nowMs) + later.advance(nowMs);
        done += runDueBlocks(nowMs);
        if (config.blockMs() == 0 && actions.hasWork()) {
            runBlock(nowMs);
            done++;
        }
        if (config.has(VenueRule.IDLE_DROP)) {
            done += sockets.dropIdle(nowMs - config.timings().idleMs());
        }
        return done;
    }

    @Override
    public void onResult(final long ticket, final Result result) {
        actions.onResult(ticket, result);
    }

    @Override
    public void onOrderUpdate(
            final String account, final OrderRecord order, final OrderStatus status, final long timeMs) {
        report.orderUpdate(account, order, status, timeMs);
    }

    @Override
    public void onFill(final String account, final FillRecord fill) {
        report.fill(account, fill);
    }

    @Override
    public void onTrades(final int asset, final List<TradeRecord> trades) {
        report.trades(asset, trades);
    }

    @Override
    public void onFunding(final String account, final FundingRecord funding) {
        report.funding(account, funding);
    }

    @Override
    public void onBlockEnd(final long timeMs) {
        final BlockReport complete = report;
        report = new BlockReport(accounts, coins);
        publisher.publish(complete, timeMs);
    }

    /** Moves a position without a fill. */
    void move(final String account, final int asset, final long size, final long px) {
        exchange.move(account, asset, size, px);
    }

    /** What the venue knows of an account. */
    AccountTruth truth(final String account) {
        return new AccountTruth(
                exchange.openOrders(account),
                exchange.fills(account),
                exchange.fillCount(account),
                exchange.account(account),
                exchange.timeMs());
    }

    /** Whether nothing but clients moves the market any more, although something did. */
    boolean marketEnded() {
        return !flows.isEmpty() && flows.stream().allMatch(Flow::ended);
    }

    void close() {
        flows.forEach(Flow::close);
    }

    private int runDueBlocks(final long nowMs) {
        int blocks = 0;
        for (long dueMs = clock.due(nowMs); dueMs >= 0; dueMs = clock.due(nowMs)) {
            for (int i = venueFaults.blocks(); i > 0; i--) {
                runBlock(dueMs);
                blocks++;
            }
        }
        return blocks;
    }

    /** Blocks have times of their own: where two fall into one millisecond the second takes the next. */
    private void runBlock(final long timeMs) {
        blockMs = Math.max(timeMs + venueFaults.aheadMs(), blockMs + 1);
        if (venueFaults.isEmpty()) {
            venueFaults.clear();
        } else {
            flows.forEach(flow -> flow.beforeBlock(marketMs()));
        }
        exchange.runBlock(blockMs);
    }

    /** The market's own time, which may go faster than that of blocks. */
    private long marketMs() {
        firstBlockMs = firstBlockMs == 0 ? blockMs : firstBlockMs;
        return firstBlockMs + (blockMs - firstBlockMs) * config.speed();
    }

    private static List<Flow> flows(final VenueConfig config, final Exchange exchange) {
        final List<Flow> flows = new ArrayList<>();
        final int assets = config.hasFlow() ? config.exchange().instruments().size() : 0;
        for (int asset = 0; asset < assets; asset++) {
            flows.add(flow(config, exchange, asset));
        }
        return flows;
    }

    private static Flow flow(final VenueConfig config, final Exchange exchange, final int asset) {
        if (config.recording() == null) {
            return new MarketFlow(exchange, asset, config.seed() * SEED_STEP + asset);
        }
        try {
            return new RecordedFlow(exchange, asset, config.recording().file(), config.cancels());
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
