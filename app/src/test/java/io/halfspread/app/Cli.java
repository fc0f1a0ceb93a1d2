package io.halfspread.app;

import io.halfspread.app.console.Terminal;
import io.halfspread.codec.text.JsonNode;
import io.halfspread.codec.text.StrictJson;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Runs commands in this JVM with streams of their own. */
final class Cli {
    private Cli() {}

    /** What a command left behind. */
    record Ran(int exitCode, String out, String err) {
        List<String> lines() {
            return out.lines().toList();
        }

        JsonNode json() {
            return StrictJson.parse(out.strip(), false).root();
        }

        String text(final String... path) {
            JsonNode node = json();
            for (final String member : path) {
                node = node.member(member);
            }
            return node.text();
        }

        boolean isOneLineOfError() {
            return err.strip().lines().count() == 1 && !err.contains("Exception") && !err.contains("\tat ");
        }
    }

    /** A text member of an object as a file has it. */
    static String json(final String text, final String member) {
        return StrictJson.parse(text.strip(), false).root().member(member).text();
    }

    static Ran run(final Object... args) {
        return runWithInput("", args);
    }

    static Ran runWithInput(final String input, final Object... args) {
        return runWithInput(input, System.getenv(), args);
    }

    static Ran runWithInput(final String input, final Map<String, String> environment, final Object... args) {
        final ByteArrayOutputStream out = new ByteArrayOutputStream();
        final ByteArrayOutputStream err = new ByteArrayOutputStream();
        final Terminal terminal = new Terminal(
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, false, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false);
        final int exitCode = Halfspread.run(
                terminal, environment, Arrays.stream(args).map(String::valueOf).toArray(String[]::new));
        terminal.out().flush();
        return new Ran(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
