package io.halfspread.app.capture.bulk;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What is to be imported, and where to.
 *
 * @param inputs       files and folders
 * @param name         name of the source: the folder of its days in the catalogue
 * @param catalogue    folder of captures
 * @param coins        coins wanted, empty for all that are found
 * @param coinBySymbol coins of those of a vendor's symbols that are not the coin's name
 * @param threads      days imported at once
 * @param redo         whether a day whose files are no longer the same is imported again
 * @param build        version of this program, for the manifests
 */
public record BulkRequest(
        List<Path> inputs,
        String name,
        Path catalogue,
        List<String> coins,
        Map<String, String> coinBySymbol,
        int threads,
        boolean redo,
        String build) {
    /** Copies the lists. */
    public BulkRequest {
        inputs = List.copyOf(inputs);
        coins = List.copyOf(coins);
        coinBySymbol = Map.copyOf(coinBySymbol);
    }

    /**
     * What is taken of the files, so that a day imported with other coins is not taken for the same.
     *
     * @return coins and renamed symbols in a line
     */
    String selection() {
        return (coins.isEmpty() ? "all coins" : String.join(",", coins))
                + new TreeMap<>(coinBySymbol)
                        .entrySet().stream()
                                .map(entry -> " " + entry.getKey() + "=" + entry.getValue())
                                .collect(Collectors.joining());
    }
}
