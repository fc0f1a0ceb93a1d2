package io.halfspread.codec.decimal;

import io.halfspread.codec.contract.HotPath;

/** Constants of the two fixed-point forms: decimal8 is a long times 1e-8, ratio12 a long times 1e-12. */
@HotPath
public final class Decimal8 {
    /** Decimals of a price, size or amount. */
    public static final int EXPONENT = 8;

    /** Decimals of a ratio such as a funding rate. */
    public static final int RATIO_EXPONENT = 12;

    /** 1 as decimal8. */
    public static final long ONE = 100_000_000L;

    /** 1 as ratio12. */
    public static final long RATIO_ONE = 1_000_000_000_000L;

    /** Absent, and the result of a parse that was refused. No number has this value: numbers are symmetric about 0. */
    public static final long NULL = Long.MIN_VALUE;

    private Decimal8() {}
}
