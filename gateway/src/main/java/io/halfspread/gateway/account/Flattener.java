package io.halfspread.gateway.account;

import io.halfspread.codec.action.ActionBatch;
import io.halfspread.codec.event.Tif;
import io.halfspread.engine.order.OrderScope;
import io.halfspread.gateway.rest.AccountPosition;
import io.halfspread.gateway.rest.AssetMeta;
import io.halfspread.gateway.rest.ExchangeClient;
import io.halfspread.gateway.rest.InfoClient;
import io.halfspread.gateway.rest.RestingOrder;
import io.halfspread.gateway.rest.VenueQueryException;
import io.halfspread.gateway.sign.ActionSigner;
import io.halfspread.gateway.sign.Nonces;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.agrona.concurrent.EpochNanoClock;

/**
 * Takes an account out of the market: cancels the open orders of some coins, its own or whoever placed them, waits until the venue
 * lists none, and closes the positions with reduce-only IOC orders inside a slippage limit. Asks before every act, so it can
 * be run again at any time. Blocks: for a cold thread.
 */
public final class Flattener {
    private static final int BATCH = 39;
    private static final int FRUITLESS_ROUNDS = 5;
    private static final long PAUSE_NS = TimeUnit.MILLISECONDS.toNanos(200);

    private final InfoClient info;
    private final SignedPost post;
    private final ExitPrices prices;
    private final EpochNanoClock clock;
    private final String address;
    private final Consumer<String> log;
    private final ActionBatch batch = new ActionBatch(BATCH);

    /**
     * A flattener.
     *
     * @param info     asks the venue
     * @param exchange sends the actions
     * @param signer   signs them; used by this flattener only while it runs
     * @param nonces   nonces of the signer, shared with whoever else signs with it
     * @param clock    ns since the epoch
     * @param address  address of the account
     * @param log      gets lines for people
     */
    public Flattener(
            final InfoClient info,
            final ExchangeClient exchange,
            final ActionSigner signer,
            final Nonces nonces,
            final EpochNanoClock clock,
            final String address,
            final Consumer<String> log) {
        this.info = info;
        this.clock = clock;
        this.address = address;
        this.log = log;
        post = new SignedPost(exchange, signer, nonces);
        prices = new ExitPrices(info);
    }

    /**
     * Flattens some coins.
     *
     * @param assets         coins and their asset ids
     * @param scope          which orders are cancelled
     * @param closePositions false to cancel only
     * @param slippageBps    how far beyond the touch an order may trade, bps
     * @param deadlineNs     when to give up, ns since the epoch
     * @return what was done and what is left
     */
    public FlattenReport run(
            final List<AssetMeta> assets,
            final OrderScope scope,
            final boolean closePositions,
            final double slippageBps,
            final long deadlineNs) {
        final Exit exit = new Exit(assets, scope, slippageBps, deadlineNs);
        exit.cancelAll();
        if (closePositions && exit.openLeft == 0) {
            exit.closeAll();
        }
        exit.readPositions();
        return exit.report();
    }

    /** One run. */
    private final class Exit {
        private final Map<String, AssetMeta> assets = new LinkedHashMap<>();
        private final Map<String, Long> closed = new LinkedHashMap<>();
        private final Map<String, Long> left = new LinkedHashMap<>();
        private final Set<String> notes = new LinkedHashSet<>();
        private final OrderScope scope;
        private final double slippageBps;
        private final long deadlineNs;
        private int cancelled;
        private int openLeft;

        private Exit(
                final List<AssetMeta> assets, final OrderScope scope, final double slippageBps, final long deadlineNs) {
            this.scope = scope;
            for (final AssetMeta asset : assets) {
                this.assets.put(asset.coin(), asset);
                closed.put(asset.coin(), 0L);
            }
            this.slippageBps = slippageBps;
            this.deadlineNs = deadlineNs;
        }

        private void cancelAll() {
            int fruitless = 0;
            while (fruitless < FRUITLESS_ROUNDS) {
                try {
                    final List<RestingOrder> open = openOrders();
                    openLeft = open.size();
                    if (open.isEmpty()) {
                        return;
                    }
                    final int before = cancelled;
                    cancel(open);
                    fruitless = cancelled > before ? 0 : fruitless + 1;
                } catch (final VenueQueryException e) {
                    note(e.getMessage());
                    openLeft = Math.max(openLeft, 1);
                    fruitless++;
                }
                if (!pause(fruitless > 0)) {
                    return;
                }
            }
        }

        private void closeAll() {
            int fruitless = 0;
            while (fruitless < FRUITLESS_ROUNDS) {
                try {
                    final List<AccountPosition> held = positions();
                    if (held.isEmpty()) {
                        return;
                    }
                    fruitless = close(held) ? 0 : fruitless + 1;
                } catch (final VenueQueryException e) {
                    note(e.getMessage());
                    fruitless++;
                }
                if (!pause(fruitless > 0)) {
                    return;
                }
            }
        }

        private void cancel(final List<RestingOrder> open) throws VenueQueryException {
            for (int from = 0; from < open.size(); from += BATCH) {
                batch.beginCancels(false);
                for (final RestingOrder order : open.subList(from, Math.min(open.size(), from + BATCH))) {
                    batch.addCancel(assets.get(order.coin()).assetId(), order.oid());
                }
                for (final ActionOutcome.Element element : answered(post.post(batch))) {
                    if (element.error().isEmpty()) {
                        cancelled++;
                    }
                }
            }
        }

        /** Sends one order a position; false when nothing was executed. */
        private boolean close(final List<AccountPosition> held) throws VenueQueryException {
            final List<AccountPosition> sent = new ArrayList<>();
            batch.beginOrders();
            for (final AccountPosition position : held) {
                final AssetMeta asset = assets.get(position.coin());
                final long px = prices.limit(asset, position, slippageBps);
                if (px == ExitPrices.NONE) {
                    note(position.coin() + ": nobody to close the position with");
                } else if (batch.addOrder(
                        asset.assetId(), position.size() < 0, px, Math.abs(position.size()), true, Tif.IOC, 0, 0)) {
                    sent.add(position);
                }
            }
            return !sent.isEmpty() && book(sent, answered(post.post(batch)));
        }

        private boolean book(final List<AccountPosition> sent, final List<ActionOutcome.Element> outcomes) {
            boolean executed = false;
            for (int i = 0; i < Math.min(sent.size(), outcomes.size()); i++) {
                final AccountPosition position = sent.get(i);
                final ActionOutcome.Element outcome = outcomes.get(i);
                if (!outcome.error().isEmpty()) {
                    note(position.coin() + ": " + outcome.error());
                }
                final long filled = position.size() < 0 ? outcome.filled() : -outcome.filled();
                closed.merge(position.coin(), filled, Long::sum);
                executed |= filled != 0;
            }
            return executed;
        }

        private List<ActionOutcome.Element> answered(final ActionOutcome outcome) {
            if (!outcome.refusal().isEmpty()) {
                note("the venue refuses the action: " + outcome.refusal());
            }
            return outcome.elements();
        }

        private List<RestingOrder> openOrders() throws VenueQueryException {
            return info.openOrders(address).stream()
                    .filter(order ->
                            assets.containsKey(order.coin()) && scope.covers(order.cloidHigh(), order.cloidLow()))
                    .toList();
        }

        private List<AccountPosition> positions() throws VenueQueryException {
            return info.clearinghouseState(address).positions().stream()
                    .filter(position -> assets.containsKey(position.coin()) && position.size() != 0)
                    .toList();
        }

        private void readPositions() {
            try {
                for (final AccountPosition position : positions()) {
                    left.put(position.coin(), position.size());
                }
            } catch (final VenueQueryException e) {
                note("positions left not known: " + e.getMessage());
            }
        }

        /** Gives the venue time when nothing moves; false when there is none left. */
        private boolean pause(final boolean idle) {
            if (clock.nanoTime() >= deadlineNs || Thread.currentThread().isInterrupted()) {
                note("gave up: no time left");
                return false;
            }
            if (idle) {
                LockSupport.parkNanos(PAUSE_NS);
            }
            return true;
        }

        private void note(final String text) {
            if (notes.add(text)) {
                log.accept(text);
            }
        }

        private FlattenReport report() {
            final List<FlattenReport.Coin> coins = new ArrayList<>();
            for (final String coin : assets.keySet()) {
                coins.add(new FlattenReport.Coin(coin, closed.get(coin), left.getOrDefault(coin, 0L)));
            }
            return new FlattenReport(cancelled, openLeft, coins, List.copyOf(notes));
        }
    }
}
