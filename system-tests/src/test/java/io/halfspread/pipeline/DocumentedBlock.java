package io.halfspread.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A block of commands in a guide.
 *
 * @param shown   what the reader sees
 * @param instead what the test runs in its place, or null; stated in a comment above the block: {@code <!-- run: .. -->}
 * @param notRun  why it is not run, or null: {@code <!-- not run: .. -->}
 */
record DocumentedBlock(String shown, String instead, String notRun) {
    private static final Pattern BLOCK =
            Pattern.compile("(?:<!-- (run|not run): ([^\\n]+) -->\\n)?```sh\\n(.*?)```", Pattern.DOTALL);

    /** The blocks of a text in order. */
    static List<DocumentedBlock> of(final String text) {
        final List<DocumentedBlock> blocks = new ArrayList<>();
        final Matcher matcher = BLOCK.matcher(text);
        while (matcher.find()) {
            final boolean instead = "run".equals(matcher.group(1));
            blocks.add(new DocumentedBlock(
                    matcher.group(3), instead ? matcher.group(2) : null, instead ? null : matcher.group(2)));
        }
        return blocks;
    }

    /** What is run. */
    String script() {
        return instead == null ? shown : instead;
    }
}
