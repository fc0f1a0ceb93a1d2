package io.halfspread.codec.hyperliquid;

import io.halfspread.codec.contract.ColdPath;
import io.halfspread.codec.contract.HotPath;
import io.halfspread.codec.json.NameTable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.agrona.DirectBuffer;

/**
 * Venue coin names to instrument indices, numbered from 0 in the order they are registered. Looking up allocates nothing.
 * Used by one thread at a time.
 */
@HotPath
public final class CoinIndex {
    /** Index of a coin that is not registered. */
    public static final int UNKNOWN = NameTable.UNKNOWN;

    /** Longest name an event can carry, ASCII characters. */
    public static final int MAX_COIN_LENGTH = 16;

    private final NameTable table = new NameTable();
    private final List<String> coins = new ArrayList<>();
    private final boolean discovering;

    /**
     * Makes an index of given coins; others stay unknown.
     *
     * @param coins venue names, case-sensitive
     * @throws IllegalArgumentException when a name is empty, longer than 16 characters, not printable ASCII, or repeated
     */
    public CoinIndex(final List<String> coins) {
        this(false);
        for (final String coin : coins) {
            if (this.coins.contains(coin)) {
                throw new IllegalArgumentException("coin '" + coin + "' is named twice");
            }
            register(coin);
        }
    }

    private CoinIndex(final boolean discovering) {
        this.discovering = discovering;
    }

    /**
     * Makes an empty index that registers each coin when market or account data of it are first decoded.
     *
     * @return the index
     */
    @ColdPath("wiring")
    public static CoinIndex discovering() {
        return new CoinIndex(true);
    }

    /**
     * Adds a coin.
     *
     * @param coin venue name, case-sensitive
     * @return its index; that of the first registration when it was registered before
     * @throws IllegalArgumentException when the name is empty, longer than 16 characters or not printable ASCII
     */
    @ColdPath("wiring")
    public int register(final String coin) {
        if (!isName(coin)) {
            throw new IllegalArgumentException(
                    "coin '" + coin + "': 1 to " + MAX_COIN_LENGTH + " printable ASCII characters are accepted");
        }
        final int known = coins.indexOf(coin);
        if (known >= 0) {
            return known;
        }
        table.add(coin, coins.size());
        coins.add(coin);
        return coins.size() - 1;
    }

    /**
     * Looks a coin up.
     *
     * @param buffer holds the name
     * @param offset its first byte
     * @param length its bytes
     * @return the instrument index, {@link #UNKNOWN} when it is not registered
     */
    public int find(final DirectBuffer buffer, final int offset, final int length) {
        return table.find(buffer, offset, length);
    }

    /**
     * Looks a coin up, and registers it when this index discovers coins.
     *
     * @param buffer holds the name
     * @param offset its first byte
     * @param length its bytes
     * @return the instrument index, {@link #UNKNOWN} when the coin is not wanted or the name is none
     */
    public int resolve(final DirectBuffer buffer, final int offset, final int length) {
        final int index = table.find(buffer, offset, length);
        return index == UNKNOWN && discovering ? discover(buffer, offset, length) : index;
    }

    /**
     * Number of coins registered.
     *
     * @return the count
     */
    @ColdPath("wiring")
    public int size() {
        return coins.size();
    }

    /**
     * Name of an instrument.
     *
     * @param index its index, below {@link #size()}
     * @return the venue name
     */
    @ColdPath("for a person")
    public String coin(final int index) {
        return coins.get(index);
    }

    /**
     * All names by index.
     *
     * @return a copy
     */
    @ColdPath("for a person")
    public List<String> coins() {
        return List.copyOf(coins);
    }

    @ColdPath("once per coin")
    private int discover(final DirectBuffer buffer, final int offset, final int length) {
        final byte[] name = new byte[length];
        buffer.getBytes(offset, name);
        final String coin = new String(name, StandardCharsets.UTF_8);
        return isName(coin) ? register(coin) : UNKNOWN;
    }

    /**
     * Whether a text can be the name of a coin.
     *
     * @param coin the text
     * @return true for 1 to 16 printable ASCII characters
     */
    @ColdPath("once per coin")
    public static boolean isName(final String coin) {
        return !coin.isEmpty()
                && coin.length() <= MAX_COIN_LENGTH
                && coin.chars().allMatch(c -> c > ' ' && c < 0x7F);
    }
}
