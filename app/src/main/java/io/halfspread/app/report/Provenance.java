package io.halfspread.app.report;

import io.halfspread.app.replay.ReplayReport;
import io.halfspread.engine.capture.Manifest;
import io.halfspread.engine.capture.SegmentEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where the figures come from.
 *
 * @param members name and value of each fact, in order; null where the capture does not tell
 */
record Provenance(Map<String, Object> members) {
    static Provenance of(final Manifest manifest, final Figures figures, final RunFacts facts) {
        final Map<String, Object> all = new LinkedHashMap<>();
        all.put("kind", manifest.identity().kind().text());
        all.put("build", manifest.identity().build());
        all.put("source", manifest.identity().source());
        all.put("content_id", ReplayReport.hex(manifest.identity().contentId()));
        all.put("session_id", ReplayReport.hex(figures.sessionId()));
        all.put("config_sha256", manifest.identity().configurationHash());
        all.put("status", manifest.status().text());
        all.put("note", manifest.note());
        all.put("capture_hash", manifest.hash().isEmpty() ? null : manifest.hash());
        all.put("computed_hash", ReplayReport.hex(figures.hash()));
        all.put("inputs", figures.inputs());
        all.put("outputs", figures.outputs());
        all.put("first_ns", figures.firstNs());
        all.put("last_ns", figures.lastNs());
        all.put("fill_model", facts.text("fill_model"));
        all.put("fill_latency", facts.text("latency"));
        all.put("seed", facts.text("seed"));
        all.put("jvm", facts.text("jvm"));
        final List<Object> segments = new ArrayList<>();
        for (final SegmentEntry segment : manifest.segments()) {
            final Map<String, Object> json = new LinkedHashMap<>();
            json.put("name", segment.name());
            json.put("bytes", segment.bytes());
            json.put("sha256", segment.sha256());
            segments.add(json);
        }
        all.put("segments", segments);
        return new Provenance(all);
    }
}
