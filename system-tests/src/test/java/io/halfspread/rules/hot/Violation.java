package io.halfspread.rules.hot;

/**
 * One instruction or declaration that a marked class may not have.
 *
 * @param method class and method
 * @param line   source line, 0 when not known
 * @param fault  what is wrong
 */
record Violation(String method, int line, String fault) {
    @Override
    public String toString() {
        return method + ":" + line + " " + fault;
    }
}
