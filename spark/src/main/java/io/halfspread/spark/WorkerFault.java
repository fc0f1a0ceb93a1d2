package io.halfspread.spark;

/** What keeps one worker from a task: one line that names the worker. Another worker may do better, so Spark tries again. */
final class WorkerFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * A fault.
     *
     * @param worker name of the machine
     * @param what   what is wrong there
     * @param cause  what was caught, or null
     */
    WorkerFault(final String worker, final String what, final Throwable cause) {
        super("worker " + worker + ": " + what, cause);
    }
}
