package io.halfspread.gateway.tuning;

import io.halfspread.codec.text.PrintableLine;

/**
 * One reason why a tuning file is refused.
 *
 * @param key     key it is about, null when it is about the text
 * @param value   the value: a Double, Boolean or null as the file says, anything else as its text; null when there is none
 * @param message what is wrong and what is accepted
 * @param line    line, from 1
 * @param column  column, from 1
 */
public record TuningFault(String key, Object value, String message, int line, int column) {
    /** One line for logs: place, key, message. */
    @Override
    public String toString() {
        return PrintableLine.of("line " + line + ":" + column + ": " + (key == null ? "" : key + ": ") + message);
    }
}
