package io.halfspread.app.doctor;

/**
 * One line of a check-up.
 *
 * @param grade how it came out
 * @param check what was looked at
 * @param text  what was found, and what to do unless it is OK
 */
public record Finding(Grade grade, String check, String text) {
    static Finding ok(final String check, final String text) {
        return new Finding(Grade.OK, check, text);
    }

    static Finding warn(final String check, final String text) {
        return new Finding(Grade.WARN, check, text);
    }

    static Finding fail(final String check, final String text) {
        return new Finding(Grade.FAIL, check, text);
    }
}
