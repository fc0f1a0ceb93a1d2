package io.halfspread.gateway.tuning;

/** Where the tuning side says what it did. Called on the control thread; one line a call. */
public interface TuningLog {
    /**
     * Something happened as intended.
     *
     * @param line one line
     */
    void info(String line);

    /**
     * Something was refused or went wrong; values in force stay.
     *
     * @param line one line: what, where, what is accepted
     */
    void warn(String line);
}
