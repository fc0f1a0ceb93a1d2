package io.halfspread.gateway.order;

/**
 * An instrument orders are sent for.
 *
 * @param coin    venue name
 * @param assetId the venue's id for orders, from its meta; resolved by name at every start
 */
public record TradedInstrument(String coin, int assetId) {}
