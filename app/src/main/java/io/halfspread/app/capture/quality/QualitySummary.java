package io.halfspread.app.capture.quality;

import io.halfspread.codec.text.JsonDocument;
import io.halfspread.codec.text.JsonNode;
import io.halfspread.codec.text.StrictJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What of a capture's {@value QualityReport#FILE} others need.
 *
 * @param grade        the grade
 * @param reasons      what keeps it from being A
 * @param coins        coins with market data
 * @param events       events
 * @param firstNs      time of the first event, ns since the epoch, {@link Long#MIN_VALUE} when there is none
 * @param lastNs       time of the last event
 * @param refused      lines refused
 * @param refusedLines the first of them, in words
 * @param inputs       the files it was made of: name, size and content id of each; empty for a recorded capture
 * @param selection    what of these files was taken; empty for a recorded capture
 */
public record QualitySummary(
        Grade grade,
        List<String> reasons,
        List<String> coins,
        long events,
        long firstNs,
        long lastNs,
        long refused,
        List<String> refusedLines,
        List<String> inputs,
        String selection) {
    /**
     * Reads a capture's report.
     *
     * @param capture the capture's folder
     * @return what it says, null when there is none or it is damaged
     */
    public static QualitySummary read(final Path capture) {
        final Path file = capture.resolve(QualityReport.FILE);
        if (!Files.isRegularFile(file)) {
            return null;
        }
        try {
            final JsonDocument document = StrictJson.parse(Files.readAllBytes(file), false);
            return document.valid() && isReport(document.root()) ? of(document.root()) : null;
        } catch (final IOException | IllegalArgumentException e) {
            return null;
        }
    }

    /**
     * What tells one file from another.
     *
     * @param input members of an element of the report's inputs
     * @return name, size and content id in a line
     */
    public static String identity(final Map<String, Object> input) {
        return text(input.get("name")) + " " + text(input.get("bytes")) + " " + text(input.get("content_id"));
    }

    private static String text(final Object value) {
        return value instanceof JsonNode node ? node.text() : String.valueOf(value);
    }

    private static boolean isReport(final JsonNode root) {
        return Stream.of("grade", "reasons", "coins", "events", "first_ns", "last_ns", "refused", "refused_lines")
                .allMatch(key -> root.member(key) != null);
    }

    private static QualitySummary of(final JsonNode root) {
        final List<String> inputs = new ArrayList<>();
        if (root.member("inputs") != null) {
            for (final JsonNode input : root.member("inputs").elements()) {
                final Map<String, Object> members = new HashMap<>();
                input.members().forEach(member -> members.put(member.key(), member.value()));
                inputs.add(identity(members));
            }
        }
        return new QualitySummary(
                Grade.valueOf(root.member("grade").text()),
                texts(root.member("reasons")),
                root.member("coins").members().stream()
                        .map(member -> member.key())
                        .toList(),
                Long.parseLong(root.member("events").text()),
                time(root.member("first_ns")),
                time(root.member("last_ns")),
                Long.parseLong(root.member("refused").text()),
                texts(root.member("refused_lines")),
                inputs,
                root.member("selection") == null ? "" : root.member("selection").text());
    }

    private static long time(final JsonNode node) {
        return node.is(JsonNode.Kind.NULL) ? Long.MIN_VALUE : Long.parseLong(node.text());
    }

    private static List<String> texts(final JsonNode node) {
        return node.elements().stream().map(JsonNode::text).toList();
    }
}
