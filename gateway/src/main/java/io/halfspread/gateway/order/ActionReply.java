package io.halfspread.gateway.order;

/**
 * Answer to an action posted over HTTP.
 *
 * @param httpStatus HTTP status code
 * @param body       body as it came, UTF-8
 */
public record ActionReply(int httpStatus, byte[] body) {
    private static final int OK = 200;
    private static final int SERVER_ERRORS = 500;

    /**
     * Whether the venue took the action up: its body says what came of it.
     *
     * @return true for HTTP 200
     */
    public boolean isAnswer() {
        return httpStatus == OK;
    }

    /**
     * Whether the action may have been executed although the answer does not say so.
     *
     * @return true for HTTP 500 and above: the edge gave up, the action may be on its way
     */
    public boolean isUnknown() {
        return httpStatus >= SERVER_ERRORS;
    }
}
