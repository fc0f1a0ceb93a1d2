package io.halfspread.app.live;

import io.halfspread.app.config.HalfspreadConfig;
import io.halfspread.app.console.Failure;
import io.halfspread.engine.order.OrderScope;
import io.halfspread.gateway.account.AgentCheck;
import io.halfspread.gateway.account.VenueFacts;
import io.halfspread.gateway.ingress.WallClock;
import io.halfspread.gateway.rest.AssetMeta;
import io.halfspread.gateway.rest.VenueQueryException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.agrona.concurrent.EpochNanoClock;

/**
 * Stands ready to cancel an account's orders: key, nonces and asset ids are known before they are needed. Blocks: for a
 * thread of its own.
 */
public final class AccountGuard implements AutoCloseable {
    private static final long PATIENCE_NS = TimeUnit.SECONDS.toNanos(10);

    private final VenueAccess access;
    private final List<AssetMeta> assets;
    private final Consumer<String> log;
    private final EpochNanoClock clock = WallClock.ofSystem();

    private AccountGuard(final VenueAccess access, final List<AssetMeta> assets, final Consumer<String> log) {
        this.access = access;
        this.assets = assets;
        this.log = log;
    }

    /**
     * Makes ready.
     *
     * @param config wiring: venue, account, key
     * @param coins  whose orders are cancelled
     * @param log    gets lines for people
     * @return the guard
     * @throws Failure when there is no key, another process uses it, or the venue cannot be reached
     */
    public static AccountGuard open(
            final HalfspreadConfig config, final List<String> coins, final Consumer<String> log) {
        final EpochNanoClock clock = WallClock.ofSystem();
        final VenueAccess access = VenueAccess.withKey(config, clock, log);
        try {
            final List<AssetMeta> assets =
                    VenueFacts.query(access.info(), coins, "", log).assets();
            return new AccountGuard(access, assets, log);
        } catch (final VenueQueryException e) {
            access.close();
            throw Failure.environment(VenueAccess.baseUrl(config) + ": " + e.getMessage());
        } catch (final RuntimeException e) {
            access.close();
            throw e;
        }
    }

    /**
     * Makes sure that the key may act for the account.
     *
     * @return this
     * @throws Failure when the venue says that it may not
     */
    public AccountGuard checked() {
        for (final AgentCheck.Finding finding : AgentCheck.run(
                access.info(),
                access.key().addressText(),
                access.account(),
                TimeUnit.NANOSECONDS.toMillis(clock.nanoTime()))) {
            if (!finding.ok()) {
                access.close();
                throw Failure.badInput(finding.text());
            }
        }
        return this;
    }

    /**
     * Cancels every open order of the account in these coins.
     *
     * @return what was done; not done when the venue could not be reached
     */
    public AccountExit cancelAll() {
        return exit(false, PATIENCE_NS);
    }

    /**
     * Address whose orders are cancelled.
     *
     * @return lower case
     */
    public String account() {
        return access.account();
    }

    AccountExit exit(final boolean closePositions, final long patienceNs) {
        return new AccountExit(
                access.account(),
                TradingSide.flattener(access, clock, log)
                        .run(
                                assets,
                                OrderScope.EVERYTHING,
                                closePositions,
                                TradingSide.EXIT_SLIPPAGE_BPS,
                                clock.nanoTime() + patienceNs),
                closePositions);
    }

    @Override
    public void close() {
        access.close();
    }
}
