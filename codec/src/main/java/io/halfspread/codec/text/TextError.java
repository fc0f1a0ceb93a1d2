package io.halfspread.codec.text;

/**
 * One fault of a text, with its place.
 *
 * @param line    line, from 1
 * @param column  column in characters, from 1
 * @param message what is wrong and what is accepted
 */
public record TextError(int line, int column, String message) {
    @Override
    public String toString() {
        return PrintableLine.of("line " + line + ":" + column + ": " + message);
    }
}
