package io.halfspread.app.live;

import io.halfspread.codec.text.JsonOutput;
import io.halfspread.codec.text.PrintableLine;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** How a line of the log is written. */
enum LogFormat {
    /** As people read it. */
    TEXT {
        @Override
        String line(final LogEntry entry) {
            return PrintableLine.of(entry.text());
        }
    },
    /** As programs read it: one object a line. */
    JSON {
        @Override
        String line(final LogEntry entry) {
            final Map<String, Object> json = new LinkedHashMap<>();
            json.put("time", entry.time().toString());
            json.put("level", entry.level());
            json.put("event", entry.event());
            json.put("text", entry.text());
            json.put("fields", entry.fields());
            return JsonOutput.of(json);
        }
    };

    /** An entry on one line. */
    abstract String line(LogEntry entry);

    static LogFormat of(final String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }
}
