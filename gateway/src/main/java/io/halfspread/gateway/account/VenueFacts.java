package io.halfspread.gateway.account;

import io.halfspread.gateway.rest.AssetMeta;
import io.halfspread.gateway.rest.FeeRates;
import io.halfspread.gateway.rest.InfoClient;
import io.halfspread.gateway.rest.RequestAllowance;
import io.halfspread.gateway.rest.VenueMeta;
import io.halfspread.gateway.rest.VenueQueryException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What a session must know of the venue before it opens.
 *
 * @param assets    the configured coins by instrument index, with their asset ids and size decimals
 * @param fees      the account's rates; empty when not asked for, or when the venue does not tell
 * @param allowance the account's allowance; empty when not asked for, or when the venue does not tell
 */
public record VenueFacts(List<AssetMeta> assets, Optional<FeeRates> fees, Optional<RequestAllowance> allowance) {
    /** Copies the list. */
    public VenueFacts {
        assets = List.copyOf(assets);
    }

    /**
     * Asks for the facts. What is of use but not needed (fees, allowance) may be missing: one line says so.
     *
     * @param info    asks the venue
     * @param coins   venue names by instrument index
     * @param address address of the account, empty when there is none
     * @param log     gets lines for people
     * @return the facts
     * @throws VenueQueryException      when the venue does not tell its instruments
     * @throws IllegalArgumentException when it does not have a coin; the message is one line and names the nearest
     */
    public static VenueFacts query(
            final InfoClient info, final List<String> coins, final String address, final Consumer<String> log)
            throws VenueQueryException {
        final VenueMeta meta = info.meta();
        final List<AssetMeta> assets = new ArrayList<>();
        for (final String coin : coins) {
            assets.add(meta.require(coin));
        }
        if (address.isEmpty()) {
            return new VenueFacts(assets, Optional.empty(), Optional.empty());
        }
        return new VenueFacts(
                assets,
                optional("fee rates", () -> info.userFees(address), log),
                optional("request allowance", () -> info.userRateLimit(address), log));
    }

    private static <T> Optional<T> optional(final String what, final Query<T> query, final Consumer<String> log) {
        try {
            return Optional.of(query.ask());
        } catch (final VenueQueryException e) {
            log.accept(what + " not known, the configured value applies: " + e.getMessage());
            return Optional.empty();
        }
    }

    /** One query. */
    private interface Query<T> {
        /** Asks the venue. */
        T ask() throws VenueQueryException;
    }
}
