package io.halfspread.rules.sources;

import io.halfspread.rules.Modules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names of classes, methods and source files in a document, written in backticks: {@code module/…/package/Class#method},
 * {@code Class#method}, {@code module/…/Class}, {@code SomeTest}, or the path of a Java file.
 */
final class SourceReferences {
    private static final Pattern CODE = Pattern.compile("`([^`\\n]+)`");
    private static final Pattern REFERENCE =
            Pattern.compile("((?:[\\w-]+/|…/)*)([A-Z]\\w*?)(\\.java)?(?:#(\\w+)(?:\\([^)]*\\))?)?");

    private SourceReferences() {}

    static List<String> in(final String document) {
        final List<String> references = new ArrayList<>();
        final Matcher code = CODE.matcher(document);
        while (code.find()) {
            final Matcher reference = REFERENCE.matcher(code.group(1));
            if (reference.matches() && pointsAtSource(reference)) {
                references.add(code.group(1));
            }
        }
        return references;
    }

    static List<String> missing(final List<String> references) {
        return references.stream().filter(reference -> !exists(reference)).toList();
    }

    private static boolean pointsAtSource(final Matcher reference) {
        return !reference.group(1).isEmpty()
                || reference.group(3) != null
                || reference.group(4) != null
                || reference.group(2).endsWith("Test");
    }

    private static boolean exists(final String text) {
        final Matcher reference = REFERENCE.matcher(text);
        if (!reference.matches()) {
            return false;
        }
        final String file = reference.group(2) + ".java";
        final String method = reference.group(4);
        return Modules.ALL.stream()
                .map(module -> Modules.home().resolve(module).resolve("src"))
                .filter(Files::isDirectory)
                .flatMap(sources -> Modules.files(sources, "/" + file).stream())
                .filter(source -> lies(source, reference.group(1)))
                .anyMatch(source -> method == null || declares(source, method));
    }

    /** Whether a source's folder has the named parts: the first at its start, the last at its end. */
    private static boolean lies(final Path source, final String folders) {
        final StringBuilder pattern = new StringBuilder();
        for (final String part : folders.split("/")) {
            if (!part.isEmpty()) {
                pattern.append("…".equals(part) ? "(?:.+/)?" : Pattern.quote(part) + "/");
            }
        }
        final String path = Modules.home().relativize(source).toString();
        return path.matches((folders.isEmpty() ? ".*/" : pattern.toString())
                + Pattern.quote(source.getFileName().toString()));
    }

    private static boolean declares(final Path source, final String method) {
        try {
            return Pattern.compile("^ {4}[\\w<@][^=;]*[\\s>]" + method + "\\(", Pattern.MULTILINE)
                    .matcher(Files.readString(source))
                    .find();
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
