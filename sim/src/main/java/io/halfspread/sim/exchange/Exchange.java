package io.halfspread.sim.exchange;

import io.halfspread.codec.decimal.Decimal8;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The venue's state and its rules. Actions wait for the next block; a block executes them in the venue's order and then
 * tells its listener what happened. Used by one thread; reads no clock.
 *
 * <p>Accounts are lower-case addresses. Queries about an unknown account answer as about an empty one.
 */
public final class Exchange {
    /** No expiry. */
    public static final long NO_EXPIRY = Long.MAX_VALUE;

    private static final long HOUR_MS = 3_600_000L;
    private static final long DAY_MS = 24L * HOUR_MS;

    private final ExchangeConfig config;
    private final List<MarketState> markets = new ArrayList<>();
    private final Ledger ledger;
    private final BlockEvents events;
    private final Matcher matcher;
    private final ActionRunner runner;
    private final List<Submission> submitted = new ArrayList<>();
    private long timeMs;
    private long lastBlockMs;

    /**
     * An exchange with empty books.
     *
     * @param config   what it is made of
     * @param listener is told what blocks do
     */
    public Exchange(final ExchangeConfig config, final ExchangeListener listener) {
        this.config = config;
        config.instruments().forEach(instrument -> markets.add(new MarketState(instrument)));
        ledger = new Ledger(config, markets);
        events = new BlockEvents(listener, markets.size());
        matcher = new Matcher(config, markets, ledger, events, new TradeIds(config.seed()));
        runner = new ActionRunner(config, matcher, ledger);
    }

    /** What it is made of.
     *
     * @return as given */
    public ExchangeConfig config() {
        return config;
    }

    /**
     * Opens an account, or adds to one.
     *
     * @param account lower-case address
     * @param usd     amount, decimal8
     */
    public void deposit(final String account, final long usd) {
        ledger.open(account, false).rawUsd += usd;
    }

    /**
     * Opens the account of a simulated participant: it trades by the same rules, but has no request budget and no
     * history, and the listener hears of its trades only.
     *
     * @param account lower-case address
     * @param usd     amount, decimal8
     */
    public void addParticipant(final String account, final long usd) {
        ledger.open(account, true).rawUsd += usd;
    }

    /**
     * Moves an account's position by something that is no fill, as a transfer or the venue's own deleveraging would: nobody is
     * told. The venue is the other side.
     *
     * @param account lower-case address
     * @param asset   index of the instrument
     * @param size    signed change, decimal8
     * @param px      price at which it is paid for, decimal8
     */
    public void move(final String account, final int asset, final long size, final long px) {
        final Account moved = ledger.find(account);
        final long notional = Amounts.notional(px, size);
        moved.holding(asset).onFill(size > 0L, px, Math.abs(size));
        moved.rawUsd -= notional;
        ledger.venueUsd += notional;
    }

    /**
     * Queues an action for the next block.
     *
     * @param ticket  given back with the result
     * @param account lower-case address
     * @param action  what to do
     */
    public void submit(final long ticket, final String account, final Action action) {
        submit(ticket, account, action, NO_EXPIRY);
    }

    /**
     * Queues an action for the next block.
     *
     * @param ticket         given back with the result
     * @param account        lower-case address
     * @param action         what to do
     * @param expiresAfterMs refused in a later block, ms since the epoch, or {@link #NO_EXPIRY}
     */
    public void submit(final long ticket, final String account, final Action action, final long expiresAfterMs) {
        submitted.add(new Submission(ticket, account, action, expiresAfterMs));
    }

    /**
     * Executes what was submitted and tells the listener.
     *
     * @param timeMs time of the block, ms since the epoch, later than that of the last one
     */
    public void runBlock(final long timeMs) {
        this.timeMs = timeMs;
        matcher.beginBlock(timeMs);
        final List<Submission> due = List.copyOf(submitted);
        submitted.clear();
        if (config.rules().contains(Rule.BLOCK_CLASSES)) {
            for (int kind = 0; kind < ActionRunner.CLASSES; kind++) {
                for (final Submission submission : due) {
                    if (ActionRunner.classOf(submission.action()) == kind) {
                        run(submission);
                    }
                }
            }
        } else {
            due.forEach(this::run);
        }
        fireSwitches();
        for (final MarketState market : markets) {
            market.mark(timeMs);
        }
        payFunding();
        lastBlockMs = timeMs;
        events.tell(timeMs);
    }

    /**
     * Sets the oracle price; in force at once.
     *
     * @param asset index of the instrument
     * @param px    decimal8, more than zero
     */
    public void oracle(final int asset, final long px) {
        markets.get(asset).oraclePx = px;
    }

    /**
     * Time of the last block.
     *
     * @return ms since the epoch, 0 before the first
     */
    public long timeMs() {
        return timeMs;
    }

    /**
     * Whether an account was ever opened.
     *
     * @param account lower-case address
     * @return true after a deposit
     */
    public boolean knows(final String account) {
        return ledger.find(account) != null;
    }

    /**
     * Best levels of one side.
     *
     * @param asset index of the instrument
     * @param bids  which side
     * @param depth most levels
     * @return best first
     */
    public List<BookLevel> levels(final int asset, final boolean bids, final int depth) {
        return markets.get(asset).book.levels(bids, depth);
    }

    /**
     * Figures of an instrument.
     *
     * @param asset index of the instrument
     * @return as of now
     */
    public AssetContext context(final int asset) {
        final MarketState market = markets.get(asset);
        final long mid = market.book.mid();
        return new AssetContext(
                market.markPx,
                market.oraclePx,
                mid == Book.NONE ? Decimal8.NULL : mid,
                market.impactPx(true),
                market.impactPx(false),
                market.premium(),
                market.fundingRate(),
                matcher.openInterest(asset),
                market.config.startPx(),
                market.notionalVolume,
                market.baseVolume);
    }

    /**
     * Latest trades of an instrument, at most 30.
     *
     * @param asset index of the instrument
     * @return oldest first
     */
    public List<TradeRecord> recentTrades(final int asset) {
        return List.copyOf(markets.get(asset).recent);
    }

    /**
     * Funding rates paid so far.
     *
     * @param asset index of the instrument
     * @return oldest first
     */
    public List<FundingRate> fundingHistory(final int asset) {
        return List.copyOf(markets.get(asset).fundingHistory);
    }

    /**
     * Open orders of an account.
     *
     * @param account lower-case address
     * @return oldest first
     */
    public List<OrderRecord> openOrders(final String account) {
        return ledger.view(account).open.values().stream()
                .map(RestingOrder::record)
                .toList();
    }

    /**
     * An order by the venue's id.
     *
     * @param account whose
     * @param oid     venue order id
     * @return absent when the account never had it, or when too many later ones have ended
     */
    public Optional<OrderState> order(final String account, final long oid) {
        return Optional.ofNullable(ledger.view(account).history.get(oid));
    }

    /**
     * The first order an account ever placed with a client order id, as the venue answers: after a modify it is stale.
     *
     * @param account whose
     * @param cloid   client order id
     * @return absent when there was none
     */
    public Optional<OrderState> order(final String account, final String cloid) {
        return Optional.ofNullable(ledger.view(account).firstByCloid(cloid));
    }

    /**
     * Open orders of an account and the newest that have ended, as many as the limits say, each with its latest status.
     *
     * @param account whose
     * @return in the order of placement
     */
    public List<OrderState> orderHistory(final String account) {
        return List.copyOf(ledger.view(account).history.values());
    }

    /**
     * The newest fills of an account, as many as the limits say.
     *
     * @param account whose
     * @return oldest first
     */
    public List<FillRecord> fills(final String account) {
        return ledger.view(account).fills.list();
    }

    /**
     * How many fills an account ever had.
     *
     * @param account whose
     * @return those that can no longer be asked for included
     */
    public long fillCount(final String account) {
        return ledger.view(account).fills.count();
    }

    /**
     * Ticket of the action whose order took in one of an account's trades: the account's own, or that of the other side.
     *
     * @param account whose
     * @param tid     trade id
     * @return absent when the account had no such trade
     */
    public OptionalLong takerTicket(final String account, final long tid) {
        final Long ticket = ledger.view(account).takerTickets.get(tid);
        return ticket == null ? OptionalLong.empty() : OptionalLong.of(ticket);
    }

    /**
     * Makes a participant's resting order smaller at once; it keeps its place in the queue. At zero it leaves.
     *
     * @param participant whose order
     * @param cloid       its client order id; nothing happens when no such order rests
     * @param left        size that remains, decimal8, not more than it has
     */
    public void shrink(final String participant, final String cloid, final long left) {
        final RestingOrder order = ledger.view(participant).openByCloid(cloid);
        if (order != null && left < order.left) {
            order.left = left;
            if (left == 0L) {
                matcher.end(order, OrderStatus.CANCELED);
            }
        }
    }

    /**
     * Queue at one price, first in line first.
     *
     * @param asset index of the instrument
     * @param bid   which side
     * @param px    price, decimal8
     * @return the orders that rest there
     */
    public List<OrderRecord> queue(final int asset, final boolean bid, final long px) {
        return markets.get(asset).book.queue(bid, px).stream()
                .map(RestingOrder::record)
                .toList();
    }

    /**
     * Orders of simulated participants that rest in the books.
     *
     * @param asset index of the instrument
     * @return participant by participant, oldest first
     */
    public List<OrderRecord> participantOrders(final int asset) {
        final List<OrderRecord> orders = new ArrayList<>();
        for (final Account account : ledger.all()) {
            if (account.isParticipant()) {
                account.open.values().stream()
                        .filter(order -> order.asset() == asset)
                        .map(RestingOrder::record)
                        .forEach(orders::add);
            }
        }
        return orders;
    }

    /**
     * The newest 10,000 funding payments of an account.
     *
     * @param account whose
     * @return oldest first
     */
    public List<FundingRecord> fundings(final String account) {
        return ledger.view(account).fundings.list();
    }

    /**
     * What an account has.
     *
     * @param account whose
     * @return as of now
     */
    public AccountState account(final String account) {
        return ledger.state(ledger.view(account));
    }

    /**
     * Leverage in force for an account.
     *
     * @param account whose
     * @param asset   index of the instrument
     * @return 1 to the most of the instrument
     */
    public int leverage(final String account, final int asset) {
        return ledger.view(account).holding(asset).leverage;
    }

    /**
     * Fee rates of an account.
     *
     * @param account whose
     * @return in force now
     */
    public AccountFees fees(final String account) {
        final Account view = ledger.view(account);
        final FeeTier tier = ledger.tier(view);
        return new AccountFees(tier.taker(), tier.maker(), view.takerVolume, view.makerVolume);
    }

    /**
     * Requests of an account.
     *
     * @param account whose
     * @return as of now
     */
    public RateLimit rateLimit(final String account) {
        final Account view = ledger.view(account);
        return new RateLimit(view.volume(), view.requests, runner.requestCap(view));
    }

    /**
     * What the venue itself holds: fees taken, and the remainders of rounded funding payments. Balances of all accounts
     * plus this are always the sum of the deposits.
     *
     * @return USD, decimal8
     */
    public long venueUsd() {
        return ledger.venueUsd;
    }

    private void run(final Submission submission) {
        final Account account = ledger.find(submission.account());
        matcher.beginAction(submission.ticket());
        final Result result = account == null
                ? new Result.Refused("Must deposit before performing actions. User: " + submission.account())
                : runner.run(account, submission.action(), submission.expiresAfterMs(), timeMs);
        if (account == null || !account.isParticipant()) {
            events.result(submission.ticket(), result);
        }
    }

    private void fireSwitches() {
        for (final Account account : ledger.all()) {
            if (account.scheduledMs <= timeMs) {
                account.scheduledMs = Action.ScheduleCancel.NEVER;
                account.countTrigger(timeMs / DAY_MS);
                List.copyOf(account.open.values()).forEach(order -> matcher.end(order, OrderStatus.SCHEDULED_CANCEL));
            }
        }
    }

    /** On the hour: position times oracle price times rate; what rounding leaves stays with the venue. */
    private void payFunding() {
        if (lastBlockMs == 0L
                || lastBlockMs / HOUR_MS == timeMs / HOUR_MS
                || !config.rules().contains(Rule.FUNDING)) {
            return;
        }
        for (int asset = 0; asset < markets.size(); asset++) {
            final MarketState market = markets.get(asset);
            for (final Account account : ledger.all()) {
                pay(account, asset, market);
            }
            market.endHour(timeMs);
        }
    }

    private void pay(final Account account, final int asset, final MarketState market) {
        final Holding holding = account.holding(asset);
        if (holding.szi == 0L) {
            return;
        }
        final long rate = market.fundingRate();
        final long paid = Amounts.share(Amounts.notional(market.oraclePx, holding.szi), rate);
        account.rawUsd -= paid;
        ledger.venueUsd += paid;
        holding.fundingAllTime += paid;
        holding.fundingOpen += paid;
        holding.fundingChange += paid;
        if (!account.isParticipant()) {
            events.funding(account, new FundingRecord(asset, timeMs, -paid, holding.szi, rate));
        }
    }

    private record Submission(long ticket, String account, Action action, long expiresAfterMs) {}
}
