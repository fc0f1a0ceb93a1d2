package io.halfspread.app.report;

import io.halfspread.app.replay.ReplayReport;
import io.halfspread.engine.capture.CaptureIdentity;
import io.halfspread.engine.capture.CaptureStatus;
import io.halfspread.engine.capture.Manifest;
import io.halfspread.engine.capture.SegmentEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where the figures come from.
 *
 * @param members   name and value of each fact, in order; null where nothing tells
 * @param latencyNs what the session measured, empty when nothing
 * @param notes     what is not as it should be, for people
 */
record Provenance(Map<String, Object> members, Map<String, Long> latencyNs, List<String> notes) {
    private static final double NS_PER_US = 1e3;

    static Provenance of(final Manifest manifest, final Figures figures, final RunFacts facts) {
        final CaptureIdentity identity = manifest.identity();
        final Map<String, Object> all = new LinkedHashMap<>();
        all.put("kind", identity.kind().text());
        all.put("build", identity.build());
        all.put("source", identity.source());
        all.put("content_id", ReplayReport.hex(identity.contentId()));
        all.put("config_sha256", emptyToNull(identity.configurationHash()));
        all.put("status", manifest.status().text());
        all.put("capture_hash", emptyToNull(manifest.hash()));
        common(all, figures, facts);
        final List<Object> segments = new ArrayList<>();
        for (final SegmentEntry segment : manifest.segments()) {
            final Map<String, Object> json = new LinkedHashMap<>();
            json.put("name", segment.name());
            json.put("bytes", segment.bytes());
            json.put("sha256", segment.sha256());
            segments.add(json);
        }
        all.put("segments", segments);
        return new Provenance(all, facts.latencyNs(), notes(manifest, ReplayReport.hex(figures.hash())));
    }

    /** Of a replay that was not recorded. */
    static Provenance ofReplay(
            final String build, final String source, final String config, final Figures figures, final RunFacts facts) {
        final Map<String, Object> all = new LinkedHashMap<>();
        all.put("kind", "replay");
        all.put("build", build);
        all.put("source", source);
        all.put("config_sha256", config);
        common(all, figures, facts);
        return new Provenance(all, Map.of(), List.of());
    }

    private static void common(final Map<String, Object> all, final Figures figures, final RunFacts facts) {
        all.put("session_id", ReplayReport.hex(figures.sessionId()));
        all.put("computed_hash", ReplayReport.hex(figures.hash()));
        all.put("inputs", figures.inputs());
        all.put("outputs", figures.outputs());
        all.put("first_ns", figures.firstNs());
        all.put("last_ns", figures.lastNs());
        all.put("fill_model", facts.text("fill_model"));
        all.put("fill_latency", facts.text("latency"));
        all.put("input_sha256", facts.text("input_sha256"));
        all.put("seed", facts.text("seed"));
        all.put("jvm", facts.text("jvm"));
    }

    private static List<String> notes(final Manifest manifest, final String computed) {
        final List<String> notes = new ArrayList<>();
        if (manifest.status() != CaptureStatus.ENDED) {
            notes.add("The capture is " + manifest.status().text()
                    + ": the session did not end in order, and figures go as far as its last whole record.");
        }
        if (!manifest.note().isEmpty()) {
            notes.add("The capture says: " + manifest.note());
        }
        if (!manifest.hash().isEmpty() && !manifest.hash().equals(computed)) {
            notes.add("This build does not repeat the session: hash " + manifest.hash() + " recorded, " + computed
                    + " computed. Positions and profit follow this build; decisions are the recorded ones."
                    + " The verb verify names the first difference.");
        }
        return notes;
    }

    private static String emptyToNull(final String text) {
        return text.isEmpty() ? null : text;
    }

    /** The facts as text. */
    Map<String, String> words() {
        final Map<String, String> words = new LinkedHashMap<>();
        members.forEach((name, value) -> {
            if (value instanceof List<?> segments) {
                for (final Object segment : segments) {
                    final Map<?, ?> entry = (Map<?, ?>) segment;
                    words.put(String.valueOf(entry.get("name")), "sha256 " + entry.get("sha256"));
                }
            } else {
                words.put(name.replace('_', ' '), value == null ? "not recorded" : text(name, value));
            }
        });
        return words;
    }

    private static String text(final String name, final Object value) {
        return name.endsWith("_ns") ? value + " ns, " + Words.time((Long) value) + " UTC" : value.toString();
    }

    /** Measured latencies in us. */
    Map<String, String> latency() {
        final Map<String, String> words = new LinkedHashMap<>();
        latencyNs.forEach(
                (name, ns) -> words.put(name, name.equals("count") ? Words.count(ns) : Words.fixed(ns / NS_PER_US, 0)));
        return words;
    }
}
