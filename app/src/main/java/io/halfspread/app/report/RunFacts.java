package io.halfspread.app.report;

import io.halfspread.codec.text.JsonMember;
import io.halfspread.codec.text.JsonNode;
import io.halfspread.codec.text.StrictJson;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the run that made a capture said at its end, in the file {@value #FILE} beside it: the facts that no event holds, such
 * as measured latencies, the fill model and the JVM.
 *
 * @param members its members, empty when there is no such file
 */
public record RunFacts(Map<String, JsonNode> members) {
    /** Name of the file within a capture's folder. */
    public static final String FILE = "report.json";

    static final RunFacts NONE = new RunFacts(Map.of());

    static RunFacts beside(final Path capture) {
        final Path file = capture.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            return NONE;
        }
        try {
            return of(Files.readString(file, StandardCharsets.UTF_8));
        } catch (final IOException | RuntimeException e) {
            return NONE;
        }
    }

    /**
     * The JVM that runs this.
     *
     * @return vendor, version and machine
     */
    public static String jvm() {
        return System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version") + ", "
                + System.getProperty("os.name") + " " + System.getProperty("os.arch");
    }

    /**
     * Facts as a run writes them.
     *
     * @param json one JSON object
     * @return its members
     */
    public static RunFacts of(final String json) {
        final Map<String, JsonNode> members = new LinkedHashMap<>();
        for (final JsonMember member : StrictJson.parse(json, false).root().members()) {
            members.put(member.key(), member.value());
        }
        return new RunFacts(members);
    }

    /** A member as text, null when it is absent or null. */
    String text(final String name) {
        final JsonNode node = members.get(name);
        return node == null || node.kind() == JsonNode.Kind.NULL ? null : node.text();
    }

    /** Measured latencies by percentile, empty when the session measured none. */
    Map<String, Long> latencyNs() {
        final Map<String, Long> ns = new LinkedHashMap<>();
        final JsonNode node = members.get("latency_ns");
        if (node == null || node.kind() != JsonNode.Kind.OBJECT) {
            return ns;
        }
        for (final JsonMember member : node.members()) {
            if (member.value().kind() == JsonNode.Kind.NUMBER) {
                ns.put(member.key(), new BigDecimal(member.value().text()).longValue());
            }
        }
        return ns.containsKey("p50") ? ns : Map.of();
    }
}
