package io.halfspread.app.log;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.slf4j.ILoggerFactory;
import org.slf4j.IMarkerFactory;
import org.slf4j.Logger;
import org.slf4j.helpers.BasicMarkerFactory;
import org.slf4j.helpers.NOPMDCAdapter;
import org.slf4j.spi.MDCAdapter;
import org.slf4j.spi.SLF4JServiceProvider;

/**
 * Takes what libraries log. Found by SLF4J as a service; a logging framework in its place would take a third of a second of
 * every start. The property {@code halfspread.log.level} sets the lowest level shown, info unless stated.
 */
public final class LibraryLog implements SLF4JServiceProvider, ILoggerFactory {
    private static final String API_VERSION = "2.0.99";
    /** Libraries that talk more than anybody needs, by the start of their loggers' names. */
    private static final Map<String, LogLevel> QUIETER =
            Map.of("net.openhft", LogLevel.ERROR, "io.netty", LogLevel.WARN);

    private final ConcurrentMap<String, Logger> loggers = new ConcurrentHashMap<>();
    private final IMarkerFactory markers = new BasicMarkerFactory();
    private final MDCAdapter context = new NOPMDCAdapter();
    private final LogLevel lowest = LogLevel.of(System.getProperty("halfspread.log.level", ""));

    /** Called by SLF4J. */
    public LibraryLog() {}

    @Override
    public Logger getLogger(final String name) {
        return loggers.computeIfAbsent(name, each -> new StderrLogger(each, levelOf(each), () -> System.err));
    }

    private LogLevel levelOf(final String name) {
        LogLevel level = lowest;
        for (final Map.Entry<String, LogLevel> quieter : QUIETER.entrySet()) {
            if (name.startsWith(quieter.getKey()) && quieter.getValue().compareTo(level) < 0) {
                level = quieter.getValue();
            }
        }
        return level;
    }

    @Override
    public ILoggerFactory getLoggerFactory() {
        return this;
    }

    @Override
    public IMarkerFactory getMarkerFactory() {
        return markers;
    }

    @Override
    public MDCAdapter getMDCAdapter() {
        return context;
    }

    @Override
    public String getRequestedApiVersion() {
        return API_VERSION;
    }

    @Override
    public void initialize() {
        // Everything is there already.
    }
}
