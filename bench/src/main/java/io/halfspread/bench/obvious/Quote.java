package io.halfspread.bench.obvious;

import java.math.BigDecimal;

/**
 * A wanted quote.
 *
 * @param bid  bid price, USD
 * @param ask  ask price, USD
 * @param size size of each, base units
 */
record Quote(BigDecimal bid, BigDecimal ask, BigDecimal size) {}
