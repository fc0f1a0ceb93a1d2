package io.halfspread.gateway.account;

import java.util.List;

/**
 * What a flattening did and left.
 *
 * @param cancelled orders it cancelled
 * @param openLeft  orders still open
 * @param coins     one entry for each coin, in the order asked for
 * @param notes     lines for people: what failed and why
 */
public record FlattenReport(int cancelled, int openLeft, List<Coin> coins, List<String> notes) {
    /** Copies the lists. */
    public FlattenReport {
        coins = List.copyOf(coins);
        notes = List.copyOf(notes);
    }

    /**
     * Whether nothing is left: no order, no position.
     *
     * @return true when flat
     */
    public boolean isFlat() {
        return openLeft == 0 && coins.stream().allMatch(coin -> coin.positionLeft() == 0);
    }

    /**
     * One coin.
     *
     * @param coin         venue name
     * @param closed       signed size traded to close the position, base units, decimal8
     * @param positionLeft signed position left, base units, decimal8
     */
    public record Coin(String coin, long closed, long positionLeft) {}
}
