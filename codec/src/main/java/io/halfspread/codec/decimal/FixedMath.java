package io.halfspread.codec.decimal;

import io.halfspread.codec.contract.HotPath;

/**
 * Products of fixed-point numbers through a 128-bit intermediate. One rounding rule: half to even. A result beyond a
 * long saturates at plus or minus {@link Long#MAX_VALUE}. Operands must not be {@link Decimal8#NULL}.
 */
@HotPath
public final class FixedMath {
    private static final long LIMB = 0xFFFF_FFFFL;
    private static final int MILLION = 1_000_000;

    private FixedMath() {}

    /**
     * Product of two decimal8 numbers, such as price times size.
     *
     * @param a decimal8
     * @param b decimal8
     * @return decimal8, rounded half to even
     */
    public static long multiply(final long a, final long b) {
        final long high = Math.multiplyHigh(a, b);
        final long low = a * b;
        if (high == low >> 63) {
            return signed(divideSmall(Math.abs(low), Decimal8.ONE), high < 0);
        }
        final long magnitude =
                divide(Math.multiplyHigh(Math.abs(a), Math.abs(b)), Math.abs(a) * Math.abs(b), 1, (int) Decimal8.ONE);
        return signed(magnitude, high < 0);
    }

    /**
     * Product of a decimal8 and a ratio12, such as notional times fee rate.
     *
     * @param amount decimal8
     * @param ratio  ratio12
     * @return decimal8, rounded half to even
     */
    public static long multiplyRatio(final long amount, final long ratio) {
        final long high = Math.multiplyHigh(amount, ratio);
        final long low = amount * ratio;
        if (high == low >> 63) {
            return signed(divideSmall(Math.abs(low), Decimal8.RATIO_ONE), high < 0);
        }
        final long magnitude = divide(
                Math.multiplyHigh(Math.abs(amount), Math.abs(ratio)),
                Math.abs(amount) * Math.abs(ratio),
                MILLION,
                MILLION);
        return signed(magnitude, high < 0);
    }

    private static long signed(final long magnitude, final boolean negative) {
        return negative ? -magnitude : magnitude;
    }

    // An absolute value of 2^63 arrives as Long.MIN_VALUE: unsigned arithmetic reads it right.
    private static long divideSmall(final long magnitude, final long divisor) {
        final long quotient = magnitude >= 0 ? magnitude / divisor : Long.divideUnsigned(magnitude, divisor);
        return round(quotient, magnitude - quotient * divisor, divisor);
    }

    private static long round(final long quotient, final long rest, final long divisor) {
        final long half = divisor >> 1;
        return rest > half || rest == half && (quotient & 1) == 1 ? quotient + 1 : quotient;
    }

    private static long divide(final long high, final long low, final int first, final int second) {
        long q3 = high >>> 32;
        long q2 = high & LIMB;
        long q1 = low >>> 32;
        long q0 = low & LIMB;
        long firstRest = 0;
        if (first != 1) {
            firstRest = q3 % first;
            q3 /= first;
            q2 |= firstRest << 32;
            firstRest = q2 % first;
            q2 /= first;
            q1 |= firstRest << 32;
            firstRest = q1 % first;
            q1 /= first;
            q0 |= firstRest << 32;
            firstRest = q0 % first;
            q0 /= first;
        }
        q2 |= q3 % second << 32;
        q3 /= second;
        q1 |= q2 % second << 32;
        q2 /= second;
        q0 |= q1 % second << 32;
        q1 /= second;
        final long rest = q0 % second * first + firstRest;
        q0 /= second;
        if (q3 != 0 || q2 != 0 || q1 > LIMB >>> 1) {
            return Long.MAX_VALUE;
        }
        final long quotient = round(q1 << 32 | q0, rest, (long) first * second);
        return quotient < 0 ? Long.MAX_VALUE : quotient;
    }
}
