package io.halfspread.codec.text;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Strict reader of JSON written by people. It forgives nothing, and says line and column of each fault: malformed words
 * and numbers, duplicate keys and text after the end are all reported in one pass; the first fault of structure (a
 * missing brace, comma or quote) ends the scan.
 *
 * <p>A UTF-8 byte-order mark is skipped, since editors add it unseen. Cold code: it allocates a tree. An instance reads
 * one text; use the static methods, from any thread.
 */
public final class StrictJson {
    /** Deepest nesting that is read. */
    public static final int MAX_DEPTH = 64;

    private final String text;
    private final boolean comments;
    private final List<TextError> errors = new ArrayList<>();
    private final CharsetEncoder encoder = StandardCharsets.UTF_8.newEncoder();
    private boolean incomplete;
    private boolean stopped;
    private int at;
    private int line = 1;
    private int lineStart;

    private StrictJson(final String text, final boolean comments) {
        this.text = text;
        this.comments = comments;
    }

    /**
     * Reads UTF-8 bytes.
     *
     * @param bytes    the text
     * @param comments whether # and // comments up to the end of a line are allowed
     * @return the tree and all faults
     */
    public static JsonDocument parse(final byte[] bytes, final boolean comments) {
        if (bytes.length >= 2
                && ((bytes[0] & 0xFF) == 0xFE && (bytes[1] & 0xFF) == 0xFF
                        || (bytes[0] & 0xFF) == 0xFF && (bytes[1] & 0xFF) == 0xFE)) {
            return refused(1, 1, "the text is UTF-16; save it as UTF-8");
        }
        final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        final CharBuffer chars = CharBuffer.allocate(bytes.length);
        final CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), chars, true);
        chars.flip();
        if (result.isError()) {
            final String before = chars.toString();
            final int start = before.lastIndexOf('\n') + 1;
            final int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
            return refused(line, before.length() - start + 1, "not UTF-8; save the text as UTF-8");
        }
        return parse(chars.toString(), comments);
    }

    /**
     * Reads a text.
     *
     * @param text     the text
     * @param comments whether # and // comments up to the end of a line are allowed
     * @return the tree and all faults
     */
    public static JsonDocument parse(final String text, final boolean comments) {
        return new StrictJson(text, comments).document();
    }

    private static JsonDocument refused(final int line, final int column, final String message) {
        return new JsonDocument(null, List.of(new TextError(line, column, message)), false);
    }

    private JsonDocument document() {
        if (text.startsWith("\uFEFF")) {
            at = 1;
            lineStart = 1;
        }
        JsonNode root = null;
        skipBlank();
        if (atEnd()) {
            incomplete = true;
            fail("the text is empty; a JSON value is expected");
        } else if (!stopped) {
            root = value(0);
            skipBlank();
            if (!atEnd()) {
                fail("text after the end: " + found());
            }
        }
        errors.sort(Comparator.comparingInt(TextError::line).thenComparingInt(TextError::column));
        return new JsonDocument(root, List.copyOf(errors), incomplete);
    }

    private JsonNode value(final int depth) {
        final char c = text.charAt(at);
        if (c == '{' || c == '[') {
            if (depth == MAX_DEPTH) {
                return fail("nested deeper than " + MAX_DEPTH + " levels");
            }
            return c == '{' ? object(depth) : array(depth);
        }
        final int startLine = line;
        final int startColumn = column();
        if (c == '"') {
            final String content = string();
            return content == null ? null : JsonNode.scalar(JsonNode.Kind.STRING, startLine, startColumn, content);
        }
        if (isWord(c)) {
            return word(startLine, startColumn);
        }
        return fail("a value is expected, found " + found());
    }

    private JsonNode object(final int depth) {
        final int startLine = line;
        final int startColumn = column();
        final List<JsonMember> members = new ArrayList<>();
        final Set<String> keys = new HashSet<>();
        at++;
        while (another('}', startLine, startColumn, members.isEmpty())) {
            if (text.charAt(at) != '"') {
                fail("a key in double quotes is expected, found " + found() + hintDecimalComma());
                break;
            }
            final int keyLine = line;
            final int keyColumn = column();
            final String key = string();
            final JsonNode value = key == null ? null : memberValue(key, depth);
            if (value == null) {
                break;
            }
            if (!keys.add(key)) {
                error(keyLine, keyColumn, "duplicate key " + JsonOutput.quoted(key));
            }
            members.add(new JsonMember(key, keyLine, keyColumn, value));
        }
        return JsonNode.object(startLine, startColumn, members);
    }

    private JsonNode memberValue(final String key, final int depth) {
        skipBlank();
        if (atEnd()) {
            return unfinished("the text ends after key " + JsonOutput.quoted(key));
        }
        if (text.charAt(at) != ':') {
            return fail(": is expected after key " + JsonOutput.quoted(key) + ", found " + found());
        }
        at++;
        skipBlank();
        if (atEnd()) {
            return unfinished("the text ends before the value of " + JsonOutput.quoted(key));
        }
        return stopped ? null : value(depth + 1);
    }

    private JsonNode array(final int depth) {
        final int startLine = line;
        final int startColumn = column();
        final List<JsonNode> elements = new ArrayList<>();
        at++;
        while (another(']', startLine, startColumn, elements.isEmpty())) {
            final JsonNode element = value(depth + 1);
            if (element == null) {
                break;
            }
            elements.add(element);
        }
        return JsonNode.array(startLine, startColumn, elements);
    }

    private boolean another(final char closing, final int startLine, final int startColumn, final boolean first) {
        skipBlank();
        boolean comma = false;
        if (!first && !stopped && !atEnd() && text.charAt(at) == ',') {
            comma = true;
            at++;
            skipBlank();
        }
        if (stopped) {
            return false;
        }
        if (atEnd()) {
            final char opening = closing == '}' ? '{' : '[';
            unfinished(closing + " is missing for the " + opening + " of line " + startLine + ":" + startColumn);
            return false;
        }
        if (text.charAt(at) == closing) {
            if (comma) {
                error(line, column(), "a comma before " + closing);
            }
            at++;
            return false;
        }
        if (!first && !comma) {
            fail(", or " + closing + " is expected, found " + found());
        }
        return !stopped;
    }

    private String string() {
        final int startLine = line;
        final int startColumn = column();
        final StringBuilder content = new StringBuilder();
        at++;
        while (at < text.length()) {
            final char c = text.charAt(at);
            if (c == '"') {
                if (!encoder.canEncode(content)) {
                    fail("half of a surrogate pair in the string begun at column " + startColumn
                            + "; write both halves");
                    return null;
                }
                at++;
                return content.toString();
            }
            if (c == '\\') {
                if (!escape(content)) {
                    return null;
                }
            } else if (c < ' ') {
                fail(
                        c == '\n' || c == '\r'
                                ? "the string begun at column " + startColumn + " is not closed on its line"
                                : "control character in a string; write it as \\u" + String.format("%04x", (int) c));
                return null;
            } else {
                content.append(c);
                at++;
            }
        }
        unfinished("the string begun at line " + startLine + ":" + startColumn + " is not closed");
        return null;
    }

    private boolean escape(final StringBuilder content) {
        if (at + 1 == text.length()) {
            unfinished("the text ends within an escape");
            return false;
        }
        final int which = "\"\\/bfnrt".indexOf(text.charAt(at + 1));
        if (which >= 0) {
            content.append("\"\\/\b\f\n\r\t".charAt(which));
            at += 2;
            return true;
        }
        if (text.charAt(at + 1) != 'u') {
            fail("unknown escape \\" + text.charAt(at + 1) + "; accepted: \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\uXXXX");
            return false;
        }
        int code = 0;
        for (int i = at + 2; i < at + 6; i++) {
            if (i == text.length()) {
                unfinished("the text ends within an escape");
                return false;
            }
            final char c = text.charAt(i);
            final int digit = c < 128 ? Character.digit(c, 16) : -1;
            if (digit < 0) {
                fail("\\u needs four hexadecimal digits");
                return false;
            }
            code = code << 4 | digit;
        }
        content.append((char) code);
        at += 6;
        return true;
    }

    private JsonNode word(final int startLine, final int startColumn) {
        final int start = at;
        while (at < text.length() && isWord(text.charAt(at))) {
            at++;
        }
        final String word = text.substring(start, at);
        final JsonNode.Kind kind = kindOf(word);
        if (kind == JsonNode.Kind.WORD) {
            error(startLine, startColumn, word + " is not JSON" + hint(word));
        }
        return JsonNode.scalar(kind, startLine, startColumn, word);
    }

    private static JsonNode.Kind kindOf(final String word) {
        return switch (word) {
            case "true" -> JsonNode.Kind.TRUE;
            case "false" -> JsonNode.Kind.FALSE;
            case "null" -> JsonNode.Kind.NULL;
            default -> isNumber(word) ? JsonNode.Kind.NUMBER : JsonNode.Kind.WORD;
        };
    }

    private static boolean isNumber(final String word) {
        int i = word.charAt(0) == '-' ? 1 : 0;
        final int whole = i;
        i = skipDigits(word, i);
        if (i == whole || word.charAt(whole) == '0' && i - whole > 1) {
            return false;
        }
        if (i < word.length() && word.charAt(i) == '.') {
            final int fraction = i + 1;
            i = skipDigits(word, fraction);
            if (i == fraction) {
                return false;
            }
        }
        if (i < word.length() && (word.charAt(i) == 'e' || word.charAt(i) == 'E')) {
            final boolean signed = i + 1 < word.length() && (word.charAt(i + 1) == '-' || word.charAt(i + 1) == '+');
            final int exponent = i + (signed ? 2 : 1);
            i = skipDigits(word, exponent);
            if (i == exponent) {
                return false;
            }
        }
        return i == word.length();
    }

    private static int skipDigits(final String word, final int from) {
        int i = from;
        while (i < word.length() && word.charAt(i) >= '0' && word.charAt(i) <= '9') {
            i++;
        }
        return i;
    }

    private static String hint(final String word) {
        final char first = word.charAt(0);
        final boolean numeric = first >= '0' && first <= '9' || first == '.' || first == '-' || first == '+';
        return numeric
                ? "; a number is written like 0.5, -2 or 1e-3"
                : "; accepted: a number, text in double quotes, true, false, null";
    }

    private String hintDecimalComma() {
        final boolean digit = at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
        return digit ? " (a decimal point is written as . not ,)" : "";
    }

    private static boolean isWord(final char c) {
        return c >= '0' && c <= '9'
                || c >= 'a' && c <= 'z'
                || c >= 'A' && c <= 'Z'
                || c == '-'
                || c == '+'
                || c == '.'
                || c == '_';
    }

    private void skipBlank() {
        while (!atEnd() && !stopped) {
            final char c = text.charAt(at);
            if (c == '\n') {
                newLine(at + 1);
            } else if (c == '#' || c == '/') {
                comment(c);
                continue;
            } else if (c != ' ' && c != '\t' && c != '\r') {
                return;
            }
            at++;
        }
    }

    private void comment(final char c) {
        if (!comments) {
            fail("comments are not accepted here");
        } else if (c == '/' && !text.startsWith("//", at)) {
            fail("a comment begins with # or //");
        } else {
            final int end = text.indexOf('\n', at);
            at = end < 0 ? text.length() : end;
        }
    }

    private boolean atEnd() {
        return at == text.length();
    }

    private void newLine(final int start) {
        line++;
        lineStart = start;
    }

    private int column() {
        return at - lineStart + 1;
    }

    private String found() {
        if (atEnd()) {
            return "the end";
        }
        final int code = text.codePointAt(at);
        return code <= ' ' || code == 0x7F || !Character.isDefined(code) || Character.isISOControl(code)
                ? String.format("character U+%04X", code)
                : new String(Character.toChars(code));
    }

    private JsonNode unfinished(final String message) {
        incomplete = true;
        return fail(message);
    }

    private JsonNode fail(final String message) {
        if (!stopped) {
            error(line, column(), message);
            stopped = true;
        }
        return null;
    }

    private void error(final int errorLine, final int errorColumn, final String message) {
        errors.add(new TextError(errorLine, errorColumn, message));
    }
}
