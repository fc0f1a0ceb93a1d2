package io.halfspread.app.config;

import io.halfspread.codec.text.PrintableLine;

/**
 * One fault of a configuration.
 *
 * @param line    line, from 1; 0 when it has no place in the file
 * @param key     option it is about, empty when it is about the text
 * @param message what is wrong and what is accepted
 */
public record ConfigProblem(int line, String key, String message) {
    @Override
    public String toString() {
        return PrintableLine.of((line > 0 ? "line " + line + ": " : "") + (key.isEmpty() ? "" : key + ": ") + message);
    }
}
