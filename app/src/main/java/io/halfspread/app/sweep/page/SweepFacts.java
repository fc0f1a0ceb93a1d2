package io.halfspread.app.sweep.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a sweep was, besides its outcomes.
 *
 * @param title      what was swept, for example the coins
 * @param captures   captures used, a line each
 * @param leftOut    captures not used, a line each with the reason
 * @param provenance facts by name: hashes, seed, digest, commands
 */
public record SweepFacts(String title, List<String> captures, List<String> leftOut, Map<String, String> provenance) {
    /**
     * Keeps its own copies.
     *
     * @param title      what was swept
     * @param captures   captures used
     * @param leftOut    captures not used
     * @param provenance facts by name
     */
    public SweepFacts {
        captures = List.copyOf(captures);
        leftOut = List.copyOf(leftOut);
        provenance = new LinkedHashMap<>(provenance);
    }

    Map<String, Object> json() {
        final Map<String, Object> json = new LinkedHashMap<>();
        json.put("captures", captures);
        json.put("left_out", leftOut);
        json.put("provenance", provenance);
        return json;
    }
}
