package io.halfspread.sim.exchange;

import io.halfspread.codec.decimal.FixedMath;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** Arithmetic of USD amounts; decimal8 throughout. */
final class Amounts {
    /** A millionth of a USD: fees, closed profits and funding are whole ones. */
    private static final long MICRO = 100L;

    private static final BigInteger MICRO_RATIO = BigInteger.valueOf(1_000_000_000_000L * MICRO);

    private Amounts() {}

    /** Exact: price and size together have at most six decimals. */
    static long notional(final long px, final long sz) {
        return FixedMath.multiply(px, sz);
    }

    /** Amount times a ratio12, cut towards zero to micro-USD as the fees of captured fills are. */
    static long share(final long amount, final long ratio) {
        return BigInteger.valueOf(amount)
                        .multiply(BigInteger.valueOf(ratio))
                        .divide(MICRO_RATIO)
                        .longValueExact()
                * MICRO;
    }

    /** {@code amount * part / whole} to the nearest micro-USD, halves to even. */
    static long portion(final long amount, final long part, final long whole) {
        return micro(BigInteger.valueOf(amount).multiply(BigInteger.valueOf(part)), whole);
    }

    /** {@code notional / size} with a number of decimals, halves to even. */
    static long price(final long notional, final long size, final int decimals) {
        return new BigDecimal(BigInteger.valueOf(notional))
                .divide(new BigDecimal(BigInteger.valueOf(size)), decimals, RoundingMode.HALF_EVEN)
                .movePointRight(8)
                .longValueExact();
    }

    /** Without trailing zeros, as error texts have it. */
    static String text(final long value) {
        return BigDecimal.valueOf(value, 8).stripTrailingZeros().toPlainString();
    }

    private static long micro(final BigInteger product, final long divisor) {
        return new BigDecimal(product)
                        .divide(
                                new BigDecimal(BigInteger.valueOf(divisor).multiply(BigInteger.valueOf(MICRO))),
                                0,
                                RoundingMode.HALF_EVEN)
                        .longValueExact()
                * MICRO;
    }
}
