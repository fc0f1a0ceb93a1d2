package io.halfspread.app.verb;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Members of a line of the quote filter, and what each accepts. */
enum QuoteInput {
    HALF_SPREAD_BPS("half_spread_bps", true, Double.MIN_VALUE, Double.MAX_VALUE, "a number of bps above 0"),
    MAX_POSITION("max_position", true, Double.MIN_VALUE, Double.MAX_VALUE, "a size above 0"),
    ORDER_SIZE("order_size", false, Double.MIN_VALUE, Double.MAX_VALUE, "a size above 0"),
    SZ_DECIMALS("sz_decimals", true, 0, 8, "a whole number from 0 to 8"),
    MU_HAT("mu_hat", true, -Double.MAX_VALUE, Double.MAX_VALUE, "a number"),
    MID("mid", true, Double.MIN_VALUE, Double.MAX_VALUE, "a price above 0"),
    INVENTORY("inventory", true, -Double.MAX_VALUE, Double.MAX_VALUE, "a number"),
    IMBALANCE("imbalance", true, -1, 1, "a number from -1 to 1"),
    SPREAD_BPS("spread_bps", true, -Double.MAX_VALUE, Double.MAX_VALUE, "a number of bps");

    private final String key;
    private final boolean required;
    private final double min;
    private final double max;
    private final String accepted;

    QuoteInput(final String key, final boolean required, final double min, final double max, final String accepted) {
        this.key = key;
        this.required = required;
        this.min = min;
        this.max = max;
        this.accepted = accepted;
    }

    static QuoteInput named(final String key) {
        return Arrays.stream(values())
                .filter(input -> input.key.equals(key))
                .findFirst()
                .orElse(null);
    }

    static String names() {
        return Arrays.stream(values()).map(input -> input.key).collect(Collectors.joining(", "));
    }

    String key() {
        return key;
    }

    boolean required() {
        return required;
    }

    boolean accepts(final double value) {
        return value >= min && value <= max && (this != SZ_DECIMALS || value == Math.rint(value));
    }

    String accepted() {
        return accepted;
    }
}
