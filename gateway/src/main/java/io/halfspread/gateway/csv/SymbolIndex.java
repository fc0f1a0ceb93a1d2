package io.halfspread.gateway.csv;

import io.halfspread.codec.hyperliquid.CoinIndex;
import io.halfspread.codec.json.NameTable;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.agrona.concurrent.UnsafeBuffer;

/** A vendor's symbols to instrument indices, by way of the coins' names. For one thread. */
final class SymbolIndex {
    /** A symbol that is no name of a coin. */
    static final int UNUSABLE = -2;

    private static final int NOT_WANTED = Integer.MAX_VALUE;
    private static final int NO_NAME = NOT_WANTED - 1;

    private final NameTable known = new NameTable();
    private final CoinIndex coins;
    private final Map<String, String> coinBySymbol;

    SymbolIndex(final CoinIndex coins, final Map<String, String> coinBySymbol) {
        this.coins = coins;
        this.coinBySymbol = coinBySymbol;
    }

    /** The instrument of a row, {@link CoinIndex#UNKNOWN} when it is not wanted, {@link #UNUSABLE} for no name. */
    int find(final CsvRow row, final int field) {
        final int found = known.find(row.buffer(), row.start(field), row.length(field));
        if (found != NameTable.UNKNOWN) {
            return instrument(found);
        }
        final byte[] text = new byte[row.length(field)];
        row.buffer().getBytes(row.start(field), text);
        final String symbol = new String(text, StandardCharsets.UTF_8);
        final UnsafeBuffer name = new UnsafeBuffer(coin(symbol).getBytes(StandardCharsets.UTF_8));
        final int instrument = coins.resolve(name, 0, name.capacity());
        final int entry =
                instrument != CoinIndex.UNKNOWN ? instrument : CoinIndex.isName(coin(symbol)) ? NOT_WANTED : NO_NAME;
        known.add(symbol, entry);
        return instrument(entry);
    }

    private String coin(final String symbol) {
        return coinBySymbol.getOrDefault(symbol, symbol);
    }

    private static int instrument(final int entry) {
        return entry == NOT_WANTED ? CoinIndex.UNKNOWN : entry == NO_NAME ? UNUSABLE : entry;
    }
}
