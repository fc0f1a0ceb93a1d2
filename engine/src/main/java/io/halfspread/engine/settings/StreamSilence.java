package io.halfspread.engine.settings;

/**
 * Longest silence of each stream of an instrument that was heard at least once, ns; 0 for no limit.
 *
 * @param bboNs     best bid and offer: sent when it changes, so a quiet market is silent too
 * @param fastNs    five-level book: the clock of the data, about two a second
 * @param deepNs    twenty-level book: about one in five seconds
 * @param contextNs mark and oracle price: about one a second
 */
public record StreamSilence(long bboNs, long fastNs, long deepNs, long contextNs) {}
