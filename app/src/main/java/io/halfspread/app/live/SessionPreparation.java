package io.halfspread.app.live;

import io.halfspread.app.config.ConfigOption;
import io.halfspread.app.config.HalfspreadConfig;
import io.halfspread.app.console.Failure;
import io.halfspread.codec.event.BudgetMode;
import io.halfspread.engine.settings.Instrument;
import io.halfspread.engine.settings.QuotingSettings;
import io.halfspread.engine.settings.SessionSettings;
import io.halfspread.gateway.account.VenueFacts;
import io.halfspread.gateway.rest.AssetMeta;
import io.halfspread.gateway.rest.FeeRates;
import io.halfspread.gateway.rest.VenueQueryException;
import io.halfspread.gateway.rest.VenueQueryException.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Puts what the venue says of instruments, fees and allowance in the place of what is configured. Blocks. */
final class SessionPreparation {
    private static final int ATTEMPTS = 3;

    private final HalfspreadConfig config;
    private final SessionMode mode;
    private final VenueAccess access;
    private final Consumer<String> log;

    SessionPreparation(
            final HalfspreadConfig config,
            final SessionMode mode,
            final VenueAccess access,
            final Consumer<String> log) {
        this.config = config;
        this.mode = mode;
        this.access = access;
        this.log = log;
    }

    /**
     * What a session opens with.
     *
     * @param settings settings of the engine
     * @param assets   instruments at the venue by index
     */
    record Prepared(SessionSettings settings, List<AssetMeta> assets) {}

    /**
     * Asks the venue.
     *
     * @throws Failure when it has no such coin, or when a session that trades cannot reach it
     */
    Prepared prepare() {
        final SessionSettings configured = config.session(mode.kind(), config.assets());
        final List<String> coins =
                configured.instruments().stream().map(Instrument::coin).toList();
        try {
            return merged(configured, facts(coins));
        } catch (final IllegalArgumentException e) {
            throw Failure.badInput("--asset: " + e.getMessage());
        } catch (final VenueQueryException e) {
            if (mode.trades()) {
                throw Failure.environment(access.baseUrl() + ": " + e.getMessage());
            }
            log.accept("instruments not known, the configured ones apply: " + e.getMessage());
            return new Prepared(configured, List.of());
        }
    }

    /** A venue that is slow is asked again; one that cannot be reached or refuses is not. */
    private VenueFacts facts(final List<String> coins) throws VenueQueryException {
        for (int attempt = 1; ; attempt++) {
            try {
                return VenueFacts.query(access.info(), coins, access.account(), log);
            } catch (final VenueQueryException e) {
                if (attempt == ATTEMPTS || e.fault() != Fault.NO_ANSWER && e.fault() != Fault.VENUE_FAILED) {
                    throw e;
                }
                log.accept(access.baseUrl() + ": " + e.getMessage() + "; asked again");
            }
        }
    }

    private Prepared merged(final SessionSettings configured, final VenueFacts facts) {
        final List<Instrument> instruments = new ArrayList<>();
        for (int i = 0; i < configured.instruments().size(); i++) {
            final Instrument instrument = configured.instruments().get(i);
            final AssetMeta asset = facts.assets().get(i);
            if (asset.delisted()) {
                throw Failure.badInput("--asset: " + asset.coin() + " no longer trades at " + access.baseUrl());
            }
            instruments.add(new Instrument(
                    instrument.coin(),
                    instrument.kind(),
                    asset.szDecimals(),
                    asset.assetId(),
                    withFees(instrument.quoting(), facts.fees()),
                    instrument.limits()));
        }
        final long allowance = facts.allowance()
                .map(left -> Math.max(0, left.cap() - left.used()))
                .orElse(configured.budgetInitial());
        return new Prepared(
                configured
                        .with(instruments)
                        .withBudget(
                                configured.budgetMode() == BudgetMode.VENUE ? allowance : configured.budgetInitial()),
                facts.assets());
    }

    /** The account's own rates, unless rates are stated in the configuration. */
    private QuotingSettings withFees(final QuotingSettings q, final Optional<FeeRates> fees) {
        final long maker = fees.isPresent() && config.isNone(ConfigOption.FEES_MAKER)
                ? fees.get().maker()
                : q.makerFeeRate();
        final long taker = fees.isPresent() && config.isNone(ConfigOption.FEES_TAKER)
                ? fees.get().taker()
                : q.takerFeeRate();
        return new QuotingSettings(
                q.quoteSource(),
                q.blendWeight(),
                q.halfSpreadBps(),
                q.maxBpsDiff(),
                q.imbalanceDepth(),
                q.sizesInUsd(),
                q.orderSize(),
                q.maxPosition(),
                q.minNotional(),
                q.takerEnabled(),
                q.takerMaxRate(),
                q.takerSlippageBps(),
                maker,
                taker);
    }
}
