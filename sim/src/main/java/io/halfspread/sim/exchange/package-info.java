/**
 * The simulated venue without its wire: accounts, perpetuals, price-time books, margin, fees, funding and the rules by
 * which orders live and die. One thread, no clock, no files, no network; what happens depends on the configuration and
 * on the actions submitted, in their order, alone.
 *
 * <p>Prices, sizes and USD amounts are decimal8 ({@code long}, value times 1e8), ratios ratio12 (value times 1e12),
 * times milliseconds since the epoch.
 */
package io.halfspread.sim.exchange;
