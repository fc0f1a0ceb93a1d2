package io.halfspread.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfspread.app.Halfspread;
import io.halfspread.app.console.Terminal;
import io.halfspread.rules.Modules;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class DocumentedCommandsTest {
    private static final Pattern SHELL_BLOCK = Pattern.compile("```sh\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern COMMAND = Pattern.compile("scripts/halfspread ([^|>&)\\n]*)");
    private static final Pattern OPTION = Pattern.compile("(?<=^| )--[a-z][a-z-]*");

    @Test
    void shouldNameOnlyVerbsAndOptionsThatExist() throws IOException {
        final List<String> wrong = new ArrayList<>();
        int commands = 0;

        for (final Path document : documents()) {
            final Matcher block = SHELL_BLOCK.matcher(Files.readString(document));
            while (block.find()) {
                final Matcher command = COMMAND.matcher(block.group(1).replace("\\\n", " "));
                while (command.find()) {
                    check(command.group(1).strip(), wrong);
                    commands++;
                }
            }
        }

        assertEquals(List.of(), wrong);
        assertTrue(commands > 0);
    }

    @Test
    void shouldFindCommandWhenItsVerbOrOptionDoesNotExist() {
        final List<String> wrong = new ArrayList<>();

        check("no-such-verb x", wrong);
        check("replay x --no-such-option", wrong);
        check("replay x --asset HYPE", wrong);

        assertEquals(2, wrong.size(), wrong::toString);
    }

    private static void check(final String command, final List<String> wrong) {
        final String[] words = command.split("\\s+");
        final String one = help(words[0]);
        final String two = words.length > 1 ? help(words[0], words[1]) : null;
        final String help = two == null ? one : two;
        if (help == null) {
            wrong.add(command + ": no such verb");
            return;
        }
        final Matcher option = OPTION.matcher(command);
        while (option.find()) {
            if (!Pattern.compile(option.group() + "(?![a-z-])").matcher(help).find()) {
                wrong.add(command + ": no option " + option.group());
            }
        }
    }

    /** Help of a verb, or null when there is no such verb: then the root's help comes, or none. */
    private static String help(final String... verb) {
        final ByteArrayOutputStream out = new ByteArrayOutputStream();
        final PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
        final List<String> words = new ArrayList<>(List.of(verb));
        words.add("--help");
        final int exitCode = Halfspread.run(
                new Terminal(new ByteArrayInputStream(new byte[0]), print, print, false), words.toArray(String[]::new));
        final String help = out.toString(StandardCharsets.UTF_8);
        final boolean known = exitCode == 0 && help.contains("Usage: halfspread " + String.join(" ", verb));
        return known || verb[0].startsWith("-") ? help : null;
    }

    /** The page of the front and every guide. */
    static List<Path> documents() throws IOException {
        final List<Path> documents = new ArrayList<>(List.of(Modules.home().resolve("README.md")));
        try (Stream<Path> docs = Files.walk(Modules.home().resolve("docs"))) {
            docs.filter(file -> file.toString().endsWith(".md")).sorted().forEach(documents::add);
        }
        return documents;
    }
}
