package io.halfspread.app.metrics;

/** The table of figures as it stands in the guide. */
public final class MetricsDocument {
    private MetricsDocument() {}

    /**
     * All figures.
     *
     * @return a table in Markdown
     */
    public static String table() {
        final StringBuilder table = new StringBuilder("| name | kind | labels | what |\n|---|---|---|---|\n");
        for (final Metric metric : Metric.values()) {
            table.append("| `").append(metric.exposed()).append("` | ");
            table.append(metric.kind().word()).append(" | ");
            table.append(metric.labels().isEmpty() ? "" : "`" + String.join("`, `", metric.labels()) + "`");
            table.append(" | ").append(metric.help()).append(" |\n");
        }
        return table.toString();
    }
}
