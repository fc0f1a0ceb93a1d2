package io.halfspread.gateway.rest;

/**
 * One perpetual of the venue.
 *
 * @param coin        venue name
 * @param assetId     id in orders: its place in the venue's list, delisted ones counted
 * @param szDecimals  decimals of a size
 * @param maxLeverage largest leverage
 * @param delisted    whether it no longer trades
 */
public record AssetMeta(String coin, int assetId, int szDecimals, int maxLeverage, boolean delisted) {}
