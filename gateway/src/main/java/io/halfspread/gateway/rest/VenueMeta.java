package io.halfspread.gateway.rest;

import io.halfspread.codec.text.NearestName;
import java.util.ArrayList;
import java.util.List;

/**
 * The venue's perpetuals, in the order of their asset ids.
 *
 * @param assets all of them, delisted ones included
 */
public record VenueMeta(List<AssetMeta> assets) {
    /** Copies the list. */
    public VenueMeta {
        assets = List.copyOf(assets);
    }

    /**
     * Looks up a perpetual by its exact name.
     *
     * @param coin venue name
     * @return the perpetual
     * @throws IllegalArgumentException when there is none, or it no longer trades; the message names the nearest
     */
    public AssetMeta require(final String coin) {
        final List<String> names = new ArrayList<>();
        for (final AssetMeta asset : assets) {
            if (asset.coin().equals(coin)) {
                if (asset.delisted()) {
                    throw new IllegalArgumentException("coin '" + coin + "': the venue has delisted it");
                }
                return asset;
            }
            if (!asset.delisted()) {
                names.add(asset.coin());
            }
        }
        final String nearest = NearestName.of(coin, names);
        throw new IllegalArgumentException("coin '" + coin + "': the venue has no such perpetual"
                + (nearest == null ? "" : "; did you mean '" + nearest + "'?"));
    }
}
