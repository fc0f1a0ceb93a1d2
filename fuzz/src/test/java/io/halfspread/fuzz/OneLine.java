package io.halfspread.fuzz;

import static org.junit.jupiter.api.Assertions.assertTrue;

/** What is said to people about foreign bytes is a line of printable text, whatever the bytes are. */
public final class OneLine {
    private OneLine() {}

    /** Fails when a text could move the cursor, colour the terminal or begin a line of its own. */
    public static void check(final String text) {
        assertTrue(text.chars().noneMatch(Character::isISOControl), () -> "control character in: " + text);
    }
}
