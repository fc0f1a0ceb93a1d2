package io.halfspread.codec.decimal;

import io.halfspread.codec.contract.ColdPath;
import io.halfspread.codec.contract.HotPath;
import java.math.BigInteger;

/**
 * Correctly rounded quotients of a 64-bit integer and a power of ten, by the method of Eisel and Lemire ("Number parsing
 * at a gigabyte per second", 2021): a product with a 128-bit reciprocal, which down to 10^-27 always decides.
 */
@HotPath
final class NearestDouble {
    static final int MAX_DECIMALS = 27;

    private static final int FRACTION_BITS = 52;
    private static final int EXPONENT_BIAS = 1023;
    private static final long PRECISION_MASK = -1L >>> FRACTION_BITS + 3;
    private static final int MAX_DECIMALS_OF_A_TIE = 4;

    private final long[] high = new long[MAX_DECIMALS + 1];
    private final long[] low = new long[MAX_DECIMALS + 1];

    NearestDouble() {
        for (int i = 0; i <= MAX_DECIMALS; i++) {
            final BigInteger reciprocal = reciprocalOfFiveTo(i);
            high[i] = reciprocal.shiftRight(Long.SIZE).longValue();
            low[i] = reciprocal.longValue();
        }
    }

    /** The double nearest to {@code mantissa / 10^decimals}, ties to even; the mantissa is unsigned and not 0. */
    double quotient(final long mantissa, final int decimals) {
        final int zeros = Long.numberOfLeadingZeros(mantissa);
        final long shifted = mantissa << zeros;
        long productLow = shifted * high[decimals];
        long productHigh = multiplyHighUnsigned(shifted, high[decimals]);
        if ((productHigh & PRECISION_MASK) == PRECISION_MASK) {
            final long carried = multiplyHighUnsigned(shifted, low[decimals]);
            productLow += carried;
            if (Long.compareUnsigned(carried, productLow) > 0) {
                productHigh++;
            }
        }
        final int upperBit = (int) (productHigh >>> 63);
        final int shift = upperBit + Long.SIZE - FRACTION_BITS - 3;
        long fraction = productHigh >>> shift;
        int exponent = binaryExponent(-decimals) + upperBit - zeros + EXPONENT_BIAS;
        final boolean mayTie = decimals <= MAX_DECIMALS_OF_A_TIE && productLow >= 0 && productLow <= 1;
        if (mayTie && (fraction & 3) == 1 && fraction << shift == productHigh) {
            fraction &= ~1L;
        }
        fraction = fraction + (fraction & 1) >>> 1;
        if (fraction >= 2L << FRACTION_BITS) {
            fraction = 1L << FRACTION_BITS;
            exponent++;
        }
        return Double.longBitsToDouble((long) exponent << FRACTION_BITS | fraction & ~(1L << FRACTION_BITS));
    }

    private static int binaryExponent(final int powerOfTen) {
        return ((152_170 + 65_536) * powerOfTen >> 16) + 63;
    }

    private static long multiplyHighUnsigned(final long a, final long b) {
        return Math.multiplyHigh(a, b) + (a >> 63 & b) + (b >> 63 & a);
    }

    @ColdPath("start-up")
    private static BigInteger reciprocalOfFiveTo(final int power) {
        final BigInteger divisor = BigInteger.valueOf(5).pow(power);
        if (power == 0) {
            return BigInteger.ONE.shiftLeft(127);
        }
        return BigInteger.ONE
                .shiftLeft(divisor.subtract(BigInteger.ONE).bitLength() + 127)
                .divide(divisor)
                .add(BigInteger.ONE);
    }
}
