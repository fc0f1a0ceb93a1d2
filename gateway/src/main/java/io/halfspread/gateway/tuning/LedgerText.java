package io.halfspread.gateway.tuning;

import io.halfspread.codec.event.SourceKind;
import io.halfspread.codec.text.JsonOutput;
import io.halfspread.engine.tuning.Sha256;
import io.halfspread.engine.tuning.TuningParam;
import io.halfspread.engine.tuning.TuningSource;
import io.halfspread.engine.tuning.TuningUpdate;
import io.halfspread.engine.tuning.TuningValues;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import net.openhft.chronicle.bytes.Bytes;
import net.openhft.chronicle.wire.ValueOut;
import net.openhft.chronicle.wire.Wire;
import net.openhft.chronicle.wire.WireType;

/**
 * A ledger entry as a YAML document through Chronicle Wire. Values are written as text, because Wire's own doubles lose
 * last digits.
 */
final class LedgerText {
    private LedgerText() {}

    static String write(final LedgerEntry entry) {
        final TuningUpdate update = entry.update();
        final Bytes<byte[]> bytes = Bytes.allocateElasticOnHeap(1024);
        final Wire wire = WireType.YAML_ONLY.apply(bytes);
        wire.write("version").int64(update.version());
        wire.write("time").text(entry.time().toString());
        wire.write("source").text(update.source().kind().name());
        wire.write("name").text(update.source().name());
        wire.write("sha256").text(update.source().sha256().hex());
        keys(wire.write("stated"), update.stated());
        keys(wire.write("changed"), entry.changed());
        wire.write("values")
                .marshallable(values -> update.values()
                        .byKey()
                        .forEach((key, value) -> values.write(key).text(JsonOutput.number(value))));
        return bytes.toString();
    }

    private static void keys(final ValueOut out, final Set<TuningParam> params) {
        out.sequence(params, (set, value) -> set.forEach(param -> value.text(param.key())));
    }

    /** Reads what {@link #write} wrote; anything else is an IllegalArgumentException that says what is wrong. */
    static LedgerEntry read(final String document) {
        if (!(WireType.YAML_ONLY.fromString(document) instanceof Map<?, ?> map)) {
            throw new IllegalArgumentException("not an entry");
        }
        final Map<TuningParam, Double> values = new EnumMap<>(TuningParam.class);
        if (map.get("values") instanceof Map<?, ?> stored) {
            stored.forEach((key, value) -> values.put(param(key), Double.parseDouble(value.toString())));
        }
        final TuningSource source = new TuningSource(
                SourceKind.valueOf(text(map, "source")), text(map, "name"), Sha256.parse(text(map, "sha256")));
        final TuningUpdate update = new TuningUpdate(
                Long.parseLong(text(map, "version")),
                source,
                TuningValues.defaults().with(values),
                params(map.get("stated")));
        return new LedgerEntry(Instant.parse(text(map, "time")), update, params(map.get("changed")));
    }

    private static String text(final Map<?, ?> map, final String key) {
        if (map.get(key) == null) {
            throw new IllegalArgumentException("no " + key);
        }
        return map.get(key).toString();
    }

    private static Set<TuningParam> params(final Object keys) {
        final Set<TuningParam> params = EnumSet.noneOf(TuningParam.class);
        if (keys instanceof Collection<?> list) {
            list.forEach(key -> params.add(param(key)));
        }
        return params;
    }

    private static TuningParam param(final Object key) {
        final TuningParam param = TuningParam.ofKey(String.valueOf(key));
        if (param == null) {
            throw new IllegalArgumentException("unknown key " + key);
        }
        return param;
    }
}
