package io.halfspread.gateway.csv;

import java.util.List;

/** What the rows of a CSV file are, told by the columns of its header. */
public enum CsvKind {
    /** A change of one level a row ({@code incremental_book_L2}). */
    BOOK_CHANGES("incremental_book_L2", "is_snapshot", "side", "price", "amount"),
    /** The best levels of a book a row ({@code book_snapshot_5}, {@code book_snapshot_25}). */
    BOOK_LEVELS("book_snapshot", "asks[0].price", "asks[0].amount", "bids[0].price", "bids[0].amount"),
    /** The touch a row ({@code quotes}, {@code book_ticker}). */
    QUOTES("quotes", "ask_amount", "ask_price", "bid_price", "bid_amount"),
    /** A trade a row ({@code trades}). */
    TRADES("trades", "id", "side", "price", "amount");

    /** Columns that every kind has. */
    static final List<String> COMMON = List.of("symbol", "timestamp", "local_timestamp");

    private final String text;
    private final List<String> columns;

    CsvKind(final String text, final String... columns) {
        this.text = text;
        this.columns = List.of(columns);
    }

    /**
     * Name of the kind, as vendors call it.
     *
     * @return the name
     */
    public String text() {
        return text;
    }

    /** Columns beside the common ones; the first one tells the kind. */
    List<String> columns() {
        return columns;
    }
}
