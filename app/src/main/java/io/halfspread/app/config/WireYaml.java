package io.halfspread.app.config;

import java.util.LinkedHashMap;
import java.util.Map;
import net.openhft.chronicle.wire.WireType;

/** A YAML text as Chronicle Wire reads it, flattened to paths. Only given what the strict look has passed. */
final class WireYaml {
    private WireYaml() {}

    static Map<String, Object> read(final String text) {
        final Map<String, Object> values = new LinkedHashMap<>();
        final Object root = WireType.YAML_ONLY.fromString(text);
        if (root instanceof Map<?, ?> map) {
            flatten("", map, values);
        }
        return values;
    }

    private static void flatten(final String prefix, final Map<?, ?> map, final Map<String, Object> values) {
        map.forEach((key, value) -> {
            final String path = prefix + key;
            if (value instanceof Map<?, ?> inner) {
                flatten(path + ".", inner, values);
            } else {
                values.put(path, value);
            }
        });
    }
}
