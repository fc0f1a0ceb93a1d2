package io.halfspread.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfspread.app.Halfspread;
import io.halfspread.app.console.Terminal;
import io.halfspread.rules.Modules;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The hash of a replay of the shipped session. */
final class ReplayHash {
    static final Path SESSION = Modules.home().resolve("config/sessions/hype-synthetic.gz");

    private static final Pattern HASH = Pattern.compile("\"hash\"\\s*:\\s*\"([0-9a-f]{16})\"");

    private ReplayHash() {}

    /** Replays in this process. */
    static String here(final String... options) {
        final ByteArrayOutputStream out = new ByteArrayOutputStream();
        final ByteArrayOutputStream err = new ByteArrayOutputStream();
        final Terminal terminal = new Terminal(
                new ByteArrayInputStream(new byte[0]),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false);

        final int exitCode = Halfspread.run(terminal, arguments(options).toArray(String[]::new));

        assertEquals(0, exitCode, () -> err.toString(StandardCharsets.UTF_8));
        return in(out.toString(StandardCharsets.UTF_8));
    }

    /** Replays in a JVM of its own. */
    static String in(final ChildJvm jvm, final String... options) throws Exception {
        return in(jvm.run(Halfspread.class.getName(), arguments(options)));
    }

    private static List<String> arguments(final String... options) {
        final List<String> arguments =
                new ArrayList<>(List.of("replay", SESSION.toString(), "--asset", "HYPE", "--json"));
        arguments.addAll(List.of(options));
        return arguments;
    }

    private static String in(final String json) {
        final Matcher hash = HASH.matcher(json);
        assertTrue(hash.find(), json);
        return hash.group(1);
    }
}
