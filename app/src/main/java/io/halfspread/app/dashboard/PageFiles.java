package io.halfspread.app.dashboard;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** The files of the page, read once from the class path: those of this package, and the chart library from its own jar. */
final class PageFiles {
    private static final String CHARTS = "/META-INF/resources/webjars/uplot/1.6.30/dist/";
    private static final String SCRIPT = "text/javascript; charset=utf-8";
    private static final String STYLE = "text/css; charset=utf-8";

    private final Map<String, PageFile> files = new LinkedHashMap<>();

    /**
     * A file.
     *
     * @param type  media type
     * @param bytes content
     */
    record PageFile(String type, byte[] bytes) {}

    PageFiles() {
        put("/", "page/index.html", "text/html; charset=utf-8");
        put("/style.css", "page/style.css", STYLE);
        for (final String script : new String[] {
            "main", "stream", "format", "charts", "surface", "tables", "steer", "dom"
        }) {
            put("/" + script + ".js", "page/" + script + ".js", SCRIPT);
        }
        put("/icon.svg", "page/icon.svg", "image/svg+xml");
        put("/uplot.js", CHARTS + "uPlot.esm.js", SCRIPT);
        put("/uplot.css", CHARTS + "uPlot.min.css", STYLE);
    }

    private void put(final String path, final String resource, final String type) {
        try (InputStream in = PageFiles.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("no " + resource + " on the class path");
            }
            files.put(path, new PageFile(type, in.readAllBytes()));
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file of a path, null when there is none. */
    PageFile at(final String path) {
        return files.get(path);
    }
}
