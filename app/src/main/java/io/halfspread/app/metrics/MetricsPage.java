package io.halfspread.app.metrics;

import io.halfspread.app.view.Gauges;
import io.halfspread.app.view.SessionView;
import io.prometheus.metrics.config.EscapingScheme;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Writes all figures as Prometheus reads them. On the thread of the view. */
public final class MetricsPage {
    /** Media type of what is written. */
    public static final String TYPE = PrometheusTextFormatWriter.CONTENT_TYPE;

    private static final int EXPECTED = 1 << 15;

    private final SessionLabels labels;
    private final SessionView view;
    private final PrometheusTextFormatWriter writer = PrometheusTextFormatWriter.create();

    /**
     * A page.
     *
     * @param labels what never changes
     * @param view   the session as it stands
     */
    public MetricsPage(final SessionLabels labels, final SessionView view) {
        this.labels = labels;
        this.view = view;
    }

    /**
     * All figures as of now.
     *
     * @param gauges what the session's events do not tell
     * @return text, UTF-8
     */
    public byte[] at(final Gauges gauges) {
        final Scrape scrape = new Scrape(labels, view, gauges);
        final MetricSnapshots.Builder snapshots = MetricSnapshots.builder();
        for (final Metric metric : Metric.values()) {
            snapshots.metricSnapshot(metric.at(scrape));
        }
        final ByteArrayOutputStream out = new ByteArrayOutputStream(EXPECTED);
        try {
            writer.write(out, snapshots.build(), EscapingScheme.UNDERSCORE_ESCAPING);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
