package io.halfspread.app.sweep.run;

import io.halfspread.app.config.HalfspreadConfig;
import io.halfspread.app.replay.FillChoice;
import io.halfspread.app.replay.FillDelays;
import io.halfspread.codec.event.SourceKind;
import io.halfspread.codec.text.JsonNode;
import io.halfspread.codec.text.JsonOutput;
import io.halfspread.codec.text.StrictJson;
import io.halfspread.engine.tuning.Sha256;
import io.halfspread.engine.tuning.TuningParam;
import io.halfspread.engine.tuning.TuningSource;
import io.halfspread.engine.tuning.TuningUpdate;
import io.halfspread.engine.tuning.TuningValues;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What every replay of a sweep shares.
 *
 * @param wiring  text of the wiring configuration
 * @param coins   coins replayed, in the order of their instrument index
 * @param base    parameters where a candidate does not state others
 * @param fills   fill model
 * @param latency delays of a queue model, as the option writes them
 * @param blockNs length of the blocks of event time by which profit is kept
 */
public record RunSettings(
        String wiring, List<String> coins, TuningUpdate base, FillChoice fills, String latency, long blockNs) {
    /** Length of a block unless said otherwise: a minute. */
    public static final long DEFAULT_BLOCK_NS = 60_000_000_000L;

    /** Copies the coins. */
    public RunSettings {
        coins = List.copyOf(coins);
    }

    /**
     * The wiring, read.
     *
     * @return the configuration
     */
    public HalfspreadConfig config() {
        return HalfspreadConfig.of("wiring", wiring.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The delays, read.
     *
     * @return delays of a queue model
     */
    public FillDelays delays() {
        return FillDelays.of("latency", latency);
    }

    /**
     * What decides outcomes, for comparison: the wiring by its hash.
     *
     * @return members in order
     */
    public Map<String, Object> identity() {
        final Map<String, Object> json = new LinkedHashMap<>();
        json.put(
                "wiring_sha256",
                Sha256.of(wiring.getBytes(StandardCharsets.UTF_8)).hex());
        json.put("coins", coins);
        json.put("fills", fills.text());
        json.put("latency", latency);
        json.put("block_ns", blockNs);
        final Map<String, Object> params = new LinkedHashMap<>();
        params.put("kind", base.source().kind().name());
        params.put("name", base.source().name());
        params.put("sha256", base.source().sha256().hex());
        params.put("stated", base.stated().stream().map(TuningParam::key).toList());
        params.put("values", base.values().byKey());
        json.put("base", params);
        return json;
    }

    /**
     * All of it, for another process.
     *
     * @return one line of JSON
     */
    public String json() {
        final Map<String, Object> json = identity();
        json.put("wiring", wiring);
        return JsonOutput.of(json);
    }

    /**
     * Reads what {@link #json()} wrote.
     *
     * @param json the line
     * @return the settings
     */
    public static RunSettings of(final String json) {
        final JsonNode root = StrictJson.parse(json, false).root();
        final JsonNode base = root.member("base");
        final Map<TuningParam, Double> values = new EnumMap<>(TuningParam.class);
        base.member("values")
                .members()
                .forEach(member -> values.put(
                        TuningParam.ofKey(member.key()), member.value().asDouble()));
        final TuningSource source = new TuningSource(
                SourceKind.valueOf(base.member("kind").text()),
                base.member("name").text(),
                Sha256.parse(base.member("sha256").text()));
        return new RunSettings(
                root.member("wiring").text(),
                root.member("coins").elements().stream().map(JsonNode::text).toList(),
                new TuningUpdate(
                        1,
                        source,
                        TuningValues.defaults().with(values),
                        base.member("stated").elements().stream()
                                .map(key -> TuningParam.ofKey(key.text()))
                                .collect(java.util.stream.Collectors.toUnmodifiableSet())),
                FillChoice.of(root.member("fills").text()),
                root.member("latency").text(),
                Long.parseLong(root.member("block_ns").text()));
    }
}
