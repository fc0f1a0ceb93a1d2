package io.halfspread.app.config;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Strict look at a YAML configuration before Chronicle Wire reads it: sections by indentation, "key: value" lines and #
 * comments, nothing else of YAML. It finds what a forgiving reader hides: tabs, duplicate keys, broken indentation, a
 * missing colon, lists and other constructs this file does not use.
 */
final class YamlOutline {
    private record Level(int indent, String prefix) {}

    private final List<YamlEntry> entries = new ArrayList<>();
    private final List<ConfigProblem> problems = new ArrayList<>();
    private final Map<String, Integer> lineOfPath = new HashMap<>();
    private final Deque<Level> levels = new ArrayDeque<>();
    private YamlEntry pending;
    private int pendingIndent;

    private YamlOutline() {}

    static YamlOutline of(final String text) {
        final YamlOutline outline = new YamlOutline();
        outline.levels.push(new Level(0, ""));
        int number = 0;
        for (final String line : text.split("\n", -1)) {
            outline.line(++number, line.endsWith("\r") ? line.substring(0, line.length() - 1) : line);
        }
        outline.settle(-1);
        return outline;
    }

    List<YamlEntry> entries() {
        return entries;
    }

    List<ConfigProblem> problems() {
        return problems;
    }

    private void line(final int number, final String line) {
        int indent = 0;
        while (indent < line.length() && line.charAt(indent) == ' ') {
            indent++;
        }
        if (indent == line.length() || line.charAt(indent) == '#') {
            return;
        }
        if (line.indexOf('\t') >= 0 && line.substring(0, line.indexOf('\t')).isBlank()) {
            problem(number, "", "a tab; indent with spaces");
            return;
        }
        final String content = line.substring(indent);
        if (content.equals("---") && entries.isEmpty() && pending == null) {
            return;
        }
        settle(indent);
        while (levels.peek().indent > indent) {
            levels.pop();
        }
        if (levels.peek().indent != indent) {
            problem(number, "", "indented by " + indent + " spaces, which matches no section above");
            return;
        }
        keyed(number, indent, content);
    }

    private void keyed(final int number, final int indent, final String content) {
        final char first = content.charAt(0);
        final int keyEnd = first == '"' || first == '\'' ? content.indexOf(first, 1) + 1 : content.indexOf(':');
        if (keyEnd <= 0 || content.startsWith("- ") || !content.startsWith(":", keyEnd)) {
            problem(number, "", "\"key: value\" is expected, found " + content.strip());
            return;
        }
        final String rest = content.substring(keyEnd + 1);
        if (!rest.isEmpty() && rest.charAt(0) != ' ') {
            problem(number, "", "a space is expected after the colon of " + content.substring(0, keyEnd));
            return;
        }
        final boolean quotedKey = first == '"' || first == '\'';
        final String key = content.substring(quotedKey ? 1 : 0, quotedKey ? keyEnd - 1 : keyEnd)
                .strip();
        final String path = levels.peek().prefix + key;
        final Integer before = lineOfPath.putIfAbsent(path, number);
        if (before != null) {
            problem(number, path, "duplicate key; the first is on line " + before);
        }
        valued(number, indent, path, rest.strip());
    }

    private void valued(final int number, final int indent, final String path, final String rest) {
        final char first = rest.isEmpty() ? '#' : rest.charAt(0);
        if (first == '#') {
            pending = new YamlEntry(path, number, "", false, true);
            pendingIndent = indent;
        } else if (first == '"' || first == '\'') {
            final int end = rest.indexOf(first, 1);
            final String after = end < 0 ? "" : rest.substring(end + 1).strip();
            if (end < 0
                    || !after.isEmpty() && after.charAt(0) != '#'
                    || rest.substring(0, end).indexOf('\\') >= 0) {
                problem(number, path, "quoted text must end on its line, without backslashes");
                return;
            }
            entries.add(new YamlEntry(path, number, rest.substring(1, end), true, false));
        } else if ("{[&*!|>%@`".indexOf(first) >= 0) {
            problem(number, path, "a plain value or one in quotes is expected, found " + rest);
        } else {
            final int comment = rest.indexOf(" #");
            final String text = (comment < 0 ? rest : rest.substring(0, comment)).strip();
            if (text.contains(": ") || text.endsWith(":")) {
                problem(number, path, "one key a line is expected, found " + text);
                return;
            }
            entries.add(new YamlEntry(path, number, text, false, false));
        }
    }

    private void settle(final int nextIndent) {
        if (pending == null) {
            return;
        }
        if (nextIndent > pendingIndent) {
            levels.push(new Level(nextIndent, pending.path() + "."));
            entries.add(pending);
        } else {
            problem(pending.line(), pending.path(), "has neither a value nor indented lines below it");
        }
        pending = null;
    }

    private void problem(final int number, final String path, final String message) {
        problems.add(new ConfigProblem(number, path, message));
    }
}
