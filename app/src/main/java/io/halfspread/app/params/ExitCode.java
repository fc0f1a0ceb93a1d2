package io.halfspread.app.params;

/** What a verb tells the shell; the same for all verbs of the command line. */
final class ExitCode {
    static final int OK = 0;
    static final int BAD_INPUT = 2;
    static final int ENVIRONMENT = 3;

    private ExitCode() {}
}
