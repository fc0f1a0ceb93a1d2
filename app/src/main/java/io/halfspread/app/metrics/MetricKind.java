package io.halfspread.app.metrics;

import java.util.Locale;

/** What a figure is, with what its name ends in. */
enum MetricKind {
    /** Only rises, from 0 at the session's start. */
    COUNTER("_total"),
    /** Rises and falls. */
    GAUGE(""),
    /** Counts by how long. */
    HISTOGRAM(""),
    /** How often and how long together. */
    SUMMARY(""),
    /** Always 1; the labels tell. */
    INFO("_info");

    private final String suffix;

    MetricKind(final String suffix) {
        this.suffix = suffix;
    }

    String suffix() {
        return suffix;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
