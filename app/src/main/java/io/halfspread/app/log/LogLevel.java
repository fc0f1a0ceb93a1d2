package io.halfspread.app.log;

import java.util.Locale;

/** How much is shown: each level shows itself and those before it. */
enum LogLevel {
    OFF,
    ERROR,
    WARN,
    INFO,
    DEBUG,
    TRACE;

    /** The level of that name in any case; INFO for every other text. */
    static LogLevel of(final String name) {
        for (final LogLevel level : values()) {
            if (level.name().equals(name.strip().toUpperCase(Locale.ROOT))) {
                return level;
            }
        }
        return INFO;
    }
}
