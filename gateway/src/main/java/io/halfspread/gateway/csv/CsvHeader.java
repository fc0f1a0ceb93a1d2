package io.halfspread.gateway.csv;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The first line of a CSV file: which kind of rows follow, and where their columns are. Columns may come in any order;
 * others than the needed ones are passed over.
 *
 * @param kind      kind of rows
 * @param width     columns of a row
 * @param symbol    where the symbol is
 * @param time      where the venue's time is
 * @param localTime where the receive time is
 * @param fields    where the kind's own columns are; of books four for each level: ask price, ask amount, bid price, bid
 *                  amount
 */
record CsvHeader(CsvKind kind, int width, int symbol, int time, int localTime, int[] fields) {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /**
     * Reads a header.
     *
     * @throws IllegalArgumentException when it is none that is accepted; the message says what is missing
     */
    static CsvHeader read(final String line) {
        final String plain = !line.isEmpty() && line.charAt(0) == BYTE_ORDER_MARK ? line.substring(1) : line;
        final String[] names = plain.split(",", -1);
        final Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < names.length; i++) {
            if (places.put(names[i], i) != null) {
                throw new IllegalArgumentException("column " + names[i] + " stands twice in the header");
            }
        }
        final CsvKind kind = kind(places);
        final List<String> missing = new ArrayList<>(CsvKind.COMMON);
        missing.addAll(kind.columns());
        missing.removeAll(places.keySet());
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException(
                    "header of " + kind.text() + " lacks the columns " + String.join(", ", missing));
        }
        return new CsvHeader(
                kind,
                names.length,
                places.get("symbol"),
                places.get("timestamp"),
                places.get("local_timestamp"),
                kind == CsvKind.BOOK_LEVELS
                        ? levels(places)
                        : kind.columns().stream().mapToInt(places::get).toArray());
    }

    private static CsvKind kind(final Map<String, Integer> places) {
        return Arrays.stream(CsvKind.values())
                .filter(kind -> places.containsKey(kind.columns().get(0)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the first line is neither a frame nor a known header;"
                        + " accepted are CSV files with the columns " + String.join(", ", CsvKind.COMMON)
                        + " and one of "
                        + Arrays.stream(CsvKind.values())
                                .map(kind -> kind.columns().get(0) + " (" + kind.text() + ")")
                                .collect(Collectors.joining(", "))));
    }

    private static int[] levels(final Map<String, Integer> places) {
        final List<Integer> found = new ArrayList<>();
        for (int level = 0; places.containsKey("asks[" + level + "].price"); level++) {
            for (final String side : List.of("asks[", "bids[")) {
                for (final String what : List.of("].price", "].amount")) {
                    final Integer place = places.get(side + level + what);
                    if (place == null) {
                        throw new IllegalArgumentException(
                                "header of book_snapshot lacks the column " + side + level + what);
                    }
                    found.add(place);
                }
            }
        }
        return found.stream().mapToInt(Integer::intValue).toArray();
    }
}
