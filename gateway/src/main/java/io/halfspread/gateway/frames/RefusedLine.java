package io.halfspread.gateway.frames;

import io.halfspread.codec.refusal.Refusal;

/**
 * One line of a frame file that gave no event.
 *
 * @param file     base name of the file
 * @param line     line number, from 1
 * @param code     why, a {@link Refusal} code
 * @param position byte of the line at which it was refused, from 0
 */
public record RefusedLine(String file, long line, int code, int position) {
    /**
     * The refusal as one line for a person.
     *
     * @return file, line, position and reason
     */
    public String describe() {
        return file + ":" + line + ": " + Refusal.describe(code) + " (byte " + position + ")";
    }
}
