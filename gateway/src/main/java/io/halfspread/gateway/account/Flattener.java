package io.halfspread.gateway.account;

import io.halfspread.gateway.rest.AssetMeta;
import io.halfspread.gateway.rest.ExchangeClient;
import io.halfspread.gateway.rest.InfoClient;
import io.halfspread.gateway.sign.ActionSigner;
import io.halfspread.gateway.sign.Nonces;
import java.util.List;
import java.util.function.Consumer;
import org.agrona.concurrent.EpochNanoClock;

/**
 * Takes an account out of the market: cancels every open order of some coins, whoever placed them, waits until the venue
 * lists none, and closes the positions with reduce-only IOC orders inside a slippage limit. Asks before every act, so it can
 * be run again at any time. Blocks: for a cold thread.
 */
public final class Flattener {
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
        throw new UnsupportedOperationException("not yet");
    }

    /**
     * Flattens some coins.
     *
     * @param assets         coins and their asset ids
     * @param closePositions false to cancel only
     * @param slippageBps    how far beyond the touch an order may trade, bps
     * @param deadlineNs     when to give up, ns since the epoch
     * @return what was done and what is left
     */
    public FlattenReport run(
            final List<AssetMeta> assets,
            final boolean closePositions,
            final double slippageBps,
            final long deadlineNs) {
        throw new UnsupportedOperationException("not yet");
    }
}
