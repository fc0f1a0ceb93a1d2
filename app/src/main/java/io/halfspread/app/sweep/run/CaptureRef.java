package io.halfspread.app.sweep.run;

import io.halfspread.codec.text.JsonNode;
import io.halfspread.codec.text.JsonOutput;
import io.halfspread.codec.text.StrictJson;
import io.halfspread.engine.capture.Manifest;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A capture of a sweep, verified.
 *
 * @param name      its name in results, unique in a sweep
 * @param path      its folder
 * @param contentId session id, 16 hex digits
 * @param sha256    hash over the hashes of its segments, 64 hex digits: equal wherever the same bytes lie
 * @param coins     coins it holds market data of
 * @param firstNs   time of its first input, ns since the epoch
 * @param lastNs    time of its last input
 */
public record CaptureRef(
        String name, Path path, String contentId, String sha256, List<String> coins, long firstNs, long lastNs) {
    /** Copies the coins. */
    public CaptureRef {
        coins = List.copyOf(coins);
    }

    /**
     * What {@link #sha256()} is of.
     *
     * @param manifest a capture's manifest
     * @return the hash, 64 hex digits
     */
    public static String contentHash(final Manifest manifest) {
        return CaptureRefs.sha256(manifest);
    }

    /**
     * The same capture in another place.
     *
     * @param folder where its bytes lie too
     * @return the capture there
     */
    public CaptureRef at(final Path folder) {
        return new CaptureRef(name, folder, contentId, sha256, coins, firstNs, lastNs);
    }

    /**
     * Where its leading part ends.
     *
     * @param share part of its time, 0 to 1
     * @return time of the last input that may belong to it
     */
    public long endNs(final double share) {
        return share >= 1 ? lastNs : firstNs + (long) Math.floor((lastNs - firstNs) * share);
    }

    /**
     * What it is, wherever it lies: all but the path.
     *
     * @return members in order
     */
    public Map<String, Object> identity() {
        final Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", name);
        json.put("content_id", contentId);
        json.put("sha256", sha256);
        json.put("coins", coins);
        json.put("first_ns", firstNs);
        json.put("last_ns", lastNs);
        return json;
    }

    /**
     * All of it, for another process.
     *
     * @return one line of JSON
     */
    public String json() {
        final Map<String, Object> json = identity();
        json.put("path", path.toString());
        return JsonOutput.of(json);
    }

    /**
     * Reads what {@link #json()} wrote.
     *
     * @param json the line
     * @return the capture
     */
    public static CaptureRef of(final String json) {
        final JsonNode root = StrictJson.parse(json, false).root();
        return new CaptureRef(
                root.member("name").text(),
                Path.of(root.member("path").text()),
                root.member("content_id").text(),
                root.member("sha256").text(),
                root.member("coins").elements().stream().map(JsonNode::text).toList(),
                Long.parseLong(root.member("first_ns").text()),
                Long.parseLong(root.member("last_ns").text()));
    }
}
