package io.halfspread.codec.text;

import java.util.List;

/**
 * What a strict scan of a text found. When there are errors the tree holds what was understood and must only be used to
 * find more errors.
 *
 * @param root       value of the text, null when not even its beginning could be read
 * @param errors     every fault found, in text order; empty for a sound text
 * @param incomplete whether the text ends in the middle of something, as a half-written file does
 */
public record JsonDocument(JsonNode root, List<TextError> errors, boolean incomplete) {
    /**
     * Whether the text is sound.
     *
     * @return true when there are no errors
     */
    public boolean valid() {
        return errors.isEmpty();
    }
}
