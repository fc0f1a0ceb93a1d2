package io.halfspread.app.log;

import io.halfspread.codec.text.PrintableLine;
import java.io.PrintStream;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;

/** A logger of a library: time, level and message on one line without control characters, and no stack trace. */
final class StderrLogger extends LegacyAbstractLogger {
    private static final long serialVersionUID = 1L;

    private final LogLevel lowest;
    private final transient Supplier<PrintStream> out;

    /**
     * A logger.
     *
     * @param name   of who logs
     * @param lowest level that is shown
     * @param out    where to, asked at each line
     */
    StderrLogger(final String name, final LogLevel lowest, final Supplier<PrintStream> out) {
        this.name = name;
        this.lowest = lowest;
        this.out = out;
    }

    @Override
    public boolean isErrorEnabled() {
        return isShown(LogLevel.ERROR);
    }

    @Override
    public boolean isWarnEnabled() {
        return isShown(LogLevel.WARN);
    }

    @Override
    public boolean isInfoEnabled() {
        return isShown(LogLevel.INFO);
    }

    @Override
    public boolean isDebugEnabled() {
        return isShown(LogLevel.DEBUG);
    }

    @Override
    public boolean isTraceEnabled() {
        return isShown(LogLevel.TRACE);
    }

    private boolean isShown(final LogLevel level) {
        return level.compareTo(lowest) <= 0;
    }

    @Override
    protected String getFullyQualifiedCallerName() {
        return null;
    }

    @Override
    protected void handleNormalizedLoggingCall(
            final Level level,
            final Marker marker,
            final String pattern,
            final Object[] arguments,
            final Throwable thrown) {
        final String message = MessageFormatter.basicArrayFormat(pattern, arguments);
        out.get()
                .println(PrintableLine.of(LocalTime.now().truncatedTo(ChronoUnit.MILLIS) + " " + level + " "
                        + (thrown == null ? message : message + ": " + thrown)));
    }
}
