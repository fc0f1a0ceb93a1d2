package io.halfspread.app.dashboard;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;

/** The files of the page, read once from the class path: those of this package, and the chart library from its own jar. */
final class PageFiles {
    private static final String CHARTS_POM = "/META-INF/maven/org.webjars.npm/uplot/pom.properties";
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
        for (final String script :
                new String[] {"main", "stream", "format", "charts", "surface", "tables", "steer", "dom"}) {
            put("/" + script + ".js", "page/" + script + ".js", SCRIPT);
        }
        put("/icon.svg", "page/icon.svg", "image/svg+xml");
        final String charts = "/META-INF/resources/webjars/uplot/" + chartsVersion() + "/dist/";
        put("/uplot.js", charts + "uPlot.esm.js", SCRIPT);
        put("/uplot.css", charts + "uPlot.min.css", STYLE);
    }

    /** The pom says which version is on the class path, and its jar too. */
    private static String chartsVersion() {
        final Properties properties = new Properties();
        try (InputStream in = PageFiles.class.getResourceAsStream(CHARTS_POM)) {
            properties.load(in);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version");
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
