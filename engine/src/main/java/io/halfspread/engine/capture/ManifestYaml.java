package io.halfspread.engine.capture;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import net.openhft.chronicle.bytes.Bytes;
import net.openhft.chronicle.wire.ValueOut;
import net.openhft.chronicle.wire.Wire;
import net.openhft.chronicle.wire.WireType;

/** A manifest as YAML text through Chronicle Wire. Every key is there, none other is, and each has its type. */
final class ManifestYaml {
    private static final int HASH_DIGITS = 16;

    /** The lines a manifest is made of: a key and its value, the inside of a list, the end of one. */
    private static final Pattern LINE = Pattern.compile(
            "[A-Za-z]+[A-Za-z0-9]*: \\S.*|  \\{|  },?|  [^\\s{}\\[\\]]+|    [A-Za-z]+[A-Za-z0-9]*: \\S.*|]");

    private ManifestYaml() {}

    static String render(final Manifest manifest) {
        final Bytes<byte[]> bytes = Bytes.allocateElasticOnHeap();
        final Wire wire = WireType.YAML_ONLY.apply(bytes);
        final CaptureIdentity identity = manifest.identity();
        final CaptureTotals totals = manifest.totals();
        wire.write("product").text("halfspread " + identity.build());
        wire.write("layout").int64(manifest.layout());
        wire.write("schemaId").int64(manifest.schemaId());
        wire.write("schemaVersion").int64(manifest.schemaVersion());
        wire.write("kind").text(identity.kind().text());
        wire.write("contentId").text(Hex.hex16(identity.contentId()));
        wire.write("configurationHash").text(identity.configurationHash());
        wire.write("source").text(identity.source());
        wire.write("instruments").sequence(identity.instruments(), ManifestYaml::names);
        wire.write("status").text(manifest.status().text());
        wire.write("owner").text(manifest.owner());
        wire.write("note").text(manifest.note());
        wire.write("firstSequence").int64(totals.firstSequence());
        wire.write("lastSequence").int64(totals.lastSequence());
        wire.write("inputs").int64(totals.inputs());
        wire.write("outputs").int64(totals.outputs());
        wire.write("lostInputs").int64(totals.lostInputs());
        wire.write("lostOutputs").int64(totals.lostOutputs());
        wire.write("hash").text(manifest.hash());
        wire.write("segments").sequence(manifest.segments(), ManifestYaml::segments);
        return bytes.toString();
    }

    static Manifest parse(final String text) {
        final Map<String, Object> all = keys(text);
        final Fields fields = new Fields("", all);
        final String product = fields.text("product");
        if (!product.startsWith("halfspread ")) {
            throw new IllegalArgumentException("key 'product': '" + product + "' is not halfspread and a version");
        }
        final int layout = (int) fields.number("layout");
        if (layout != CaptureDescriptor.LAYOUT_VERSION) {
            throw new IllegalArgumentException(
                    "key 'layout': this build reads version " + CaptureDescriptor.LAYOUT_VERSION + ", not " + layout);
        }
        final CaptureIdentity identity = new CaptureIdentity(
                product.substring(product.indexOf(' ') + 1),
                fields.oneOf("kind", CaptureKind.values(), CaptureKind::text),
                contentId(fields.text("contentId")),
                fields.text("configurationHash"),
                fields.text("source"),
                fields.texts("instruments"));
        final CaptureTotals totals = new CaptureTotals(
                fields.number("firstSequence"),
                fields.number("lastSequence"),
                fields.number("inputs"),
                fields.number("outputs"),
                fields.number("lostInputs"),
                fields.number("lostOutputs"));
        final Manifest manifest = new Manifest(
                layout,
                (int) fields.number("schemaId"),
                (int) fields.number("schemaVersion"),
                identity,
                fields.oneOf("status", CaptureStatus.values(), CaptureStatus::text),
                fields.text("owner"),
                fields.text("note"),
                totals,
                fields.text("hash"),
                entries(fields.list("segments")));
        fields.refuseOthers();
        return manifest;
    }

    /** Wire forgives, and fails by assertion, so it sees only lines that a manifest can have. */
    private static Map<String, Object> keys(final String text) {
        int number = 0;
        for (final String line : text.split("\n")) {
            number++;
            if (!LINE.matcher(line).matches()) {
                throw new IllegalArgumentException("line " + number + ": '" + line + "' is no key with a value");
            }
        }
        final Object document;
        try {
            document = WireType.YAML_ONLY
                    .apply(Bytes.from(text))
                    .readAllAsMap(String.class, Object.class, new LinkedHashMap<>());
        } catch (final RuntimeException | AssertionError e) {
            throw new IllegalArgumentException("not YAML: " + e.getMessage(), e);
        }
        return asMap("document", document);
    }

    private static void names(final List<String> names, final ValueOut out) {
        names.forEach(out::text);
    }

    private static void segments(final List<SegmentEntry> segments, final ValueOut out) {
        for (final SegmentEntry segment : segments) {
            out.marshallable(wire -> {
                wire.write("name").text(segment.name());
                wire.write("bytes").int64(segment.bytes());
                wire.write("records").int64(segment.records());
                wire.write("sha256").text(segment.sha256());
            });
        }
    }

    private static List<SegmentEntry> entries(final List<?> values) {
        final List<SegmentEntry> entries = new ArrayList<>();
        for (final Object value : values) {
            final String where = "segments[" + entries.size() + "].";
            final Fields fields = new Fields(where, asMap(where, value));
            entries.add(new SegmentEntry(
                    fields.text("name"), fields.number("bytes"), fields.number("records"), fields.text("sha256")));
            fields.refuseOthers();
        }
        return entries;
    }

    private static long contentId(final String text) {
        try {
            if (text.length() == HASH_DIGITS) {
                return Long.parseUnsignedLong(text, HASH_DIGITS);
            }
        } catch (final NumberFormatException e) {
            throw new IllegalArgumentException("key 'contentId': '" + text + "' is not 16 hex digits", e);
        }
        throw new IllegalArgumentException("key 'contentId': '" + text + "' is not 16 hex digits");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> asMap(final String where, final Object value) {
        if (value instanceof Map) {
            return (Map<String, Object>) value;
        }
        throw new IllegalArgumentException(where + " is not a set of keys");
    }

    private record Fields(String where, Map<String, Object> values, Set<String> used) {
        Fields(final String where, final Map<String, Object> values) {
            this(where, values, new HashSet<>());
        }

        Object value(final String key) {
            used.add(key);
            final Object value = values.get(key);
            if (value == null) {
                throw new IllegalArgumentException("key '" + where + key + "' is missing");
            }
            return value;
        }

        String text(final String key) {
            final Object value = value(key);
            // Wire writes the word true without quotes and reads it back as a boolean.
            if (value instanceof String || value instanceof Boolean) {
                return value.toString();
            }
            throw wrong(key, value, "text");
        }

        long number(final String key) {
            final Object value = value(key);
            if (value instanceof Long) {
                return (Long) value;
            }
            throw wrong(key, value, "an integer");
        }

        List<?> list(final String key) {
            final Object value = value(key);
            if (value instanceof List) {
                return (List<?>) value;
            }
            throw wrong(key, value, "a list");
        }

        List<String> texts(final String key) {
            final List<String> texts = new ArrayList<>();
            for (final Object value : list(key)) {
                if (!(value instanceof String)) {
                    throw wrong(key, value, "text");
                }
                texts.add((String) value);
            }
            return texts;
        }

        <T> T oneOf(final String key, final T[] accepted, final Function<T, String> name) {
            final String text = text(key);
            final StringBuilder names = new StringBuilder();
            for (final T value : accepted) {
                if (name.apply(value).equals(text)) {
                    return value;
                }
                names.append(names.length() == 0 ? "one of " : ", ").append(name.apply(value));
            }
            throw wrong(key, text, names.toString());
        }

        void refuseOthers() {
            for (final String key : values.keySet()) {
                if (!used.contains(key)) {
                    throw new IllegalArgumentException("unknown key '" + where + key + "'");
                }
            }
        }

        private IllegalArgumentException wrong(final String key, final Object value, final String accepted) {
            return new IllegalArgumentException("key '" + where + key + "': '" + value + "' is not " + accepted);
        }
    }
}
