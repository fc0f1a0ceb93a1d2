package io.halfspread.app.capture.bulk;

/**
 * A file that is not imported.
 *
 * @param name   its name below the folder given
 * @param reason why
 */
public record PassedOver(String name, String reason) {
    /**
     * Both in a line.
     *
     * @return name and reason
     */
    public String describe() {
        return name + ": " + reason;
    }
}
