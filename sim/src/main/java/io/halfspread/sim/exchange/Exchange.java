package io.halfspread.sim.exchange;

import java.util.List;
import java.util.Optional;

/**
 * The venue's state and its rules. Actions wait for the next block; a block executes them in the venue's order and then
 * tells its listener what happened. Used by one thread; reads no clock.
 *
 * <p>Accounts are lower-case addresses. Queries about an unknown account answer as about an empty one.
 */
public final class Exchange {
    /** No expiry. */
    public static final long NO_EXPIRY = Long.MAX_VALUE;

    private final ExchangeConfig config;

    /**
     * An exchange with empty books.
     *
     * @param config   what it is made of
     * @param listener is told what blocks do
     */
    public Exchange(final ExchangeConfig config, final ExchangeListener listener) {
        this.config = config;
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
        throw new UnsupportedOperationException();
    }

    /**
     * Opens the account of a simulated participant: it trades by the same rules, but has no request budget and no
     * history, and the listener hears of its trades only.
     *
     * @param account lower-case address
     * @param usd     amount, decimal8
     */
    public void addParticipant(final String account, final long usd) {
        throw new UnsupportedOperationException();
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
        throw new UnsupportedOperationException();
    }

    /**
     * Executes what was submitted and tells the listener.
     *
     * @param timeMs time of the block, ms since the epoch, later than that of the last one
     */
    public void runBlock(final long timeMs) {
        throw new UnsupportedOperationException();
    }

    /**
     * Sets the oracle price; in force at once.
     *
     * @param asset index of the instrument
     * @param px    decimal8, more than zero
     */
    public void oracle(final int asset, final long px) {
        throw new UnsupportedOperationException();
    }

    /**
     * Time of the last block.
     *
     * @return ms since the epoch, 0 before the first
     */
    public long timeMs() {
        throw new UnsupportedOperationException();
    }

    /**
     * Whether an account was ever opened.
     *
     * @param account lower-case address
     * @return true after a deposit
     */
    public boolean knows(final String account) {
        throw new UnsupportedOperationException();
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
        throw new UnsupportedOperationException();
    }

    /**
     * Figures of an instrument.
     *
     * @param asset index of the instrument
     * @return as of now
     */
    public AssetContext context(final int asset) {
        throw new UnsupportedOperationException();
    }

    /**
     * Latest trades of an instrument, at most 30.
     *
     * @param asset index of the instrument
     * @return oldest first
     */
    public List<TradeRecord> recentTrades(final int asset) {
        throw new UnsupportedOperationException();
    }

    /**
     * Funding rates paid so far.
     *
     * @param asset index of the instrument
     * @return oldest first
     */
    public List<FundingRate> fundingHistory(final int asset) {
        throw new UnsupportedOperationException();
    }

    /**
     * Open orders of an account.
     *
     * @param account lower-case address
     * @return oldest first
     */
    public List<OrderRecord> openOrders(final String account) {
        throw new UnsupportedOperationException();
    }

    /**
     * An order by the venue's id.
     *
     * @param account whose
     * @param oid     venue order id
     * @return absent when the account never had it
     */
    public Optional<OrderState> order(final String account, final long oid) {
        throw new UnsupportedOperationException();
    }

    /**
     * The first order an account ever placed with a client order id, as the venue answers: after a modify it is stale.
     *
     * @param account whose
     * @param cloid   client order id
     * @return absent when there was none
     */
    public Optional<OrderState> order(final String account, final String cloid) {
        throw new UnsupportedOperationException();
    }

    /**
     * Every order of an account with its latest status.
     *
     * @param account whose
     * @return in the order of placement
     */
    public List<OrderState> orderHistory(final String account) {
        throw new UnsupportedOperationException();
    }

    /**
     * Every fill of an account.
     *
     * @param account whose
     * @return oldest first
     */
    public List<FillRecord> fills(final String account) {
        throw new UnsupportedOperationException();
    }

    /**
     * Every funding payment of an account.
     *
     * @param account whose
     * @return oldest first
     */
    public List<FundingRecord> fundings(final String account) {
        throw new UnsupportedOperationException();
    }

    /**
     * What an account has.
     *
     * @param account whose
     * @return as of now
     */
    public AccountState account(final String account) {
        throw new UnsupportedOperationException();
    }

    /**
     * Leverage in force for an account.
     *
     * @param account whose
     * @param asset   index of the instrument
     * @return 1 to the most of the instrument
     */
    public int leverage(final String account, final int asset) {
        throw new UnsupportedOperationException();
    }

    /**
     * Fee rates of an account.
     *
     * @param account whose
     * @return in force now
     */
    public AccountFees fees(final String account) {
        throw new UnsupportedOperationException();
    }

    /**
     * Requests of an account.
     *
     * @param account whose
     * @return as of now
     */
    public RateLimit rateLimit(final String account) {
        throw new UnsupportedOperationException();
    }

    /**
     * What the venue itself holds: fees taken, and the remainders of rounded funding payments. Balances of all accounts
     * plus this are always the sum of the deposits.
     *
     * @return USD, decimal8
     */
    public long venueUsd() {
        throw new UnsupportedOperationException();
    }
}
