package io.halfspread.codec.text;

import java.util.List;

/** One value of a scanned text, with its place. Immutable. Numbers are kept as they are written. */
public final class JsonNode {
    /** What a value is. */
    public enum Kind {
        /** Members in text order, duplicates included. */
        OBJECT,
        /** Elements in text order. */
        ARRAY,
        /** Text in double quotes. */
        STRING,
        /** A number that JSON allows. */
        NUMBER,
        /** The word true. */
        TRUE,
        /** The word false. */
        FALSE,
        /** The word null. */
        NULL,
        /** A word that JSON has no meaning for, such as NaN or .5; always comes with an error. */
        WORD
    }

    private final Kind kind;
    private final int line;
    private final int column;
    private final String text;
    private final List<JsonMember> members;
    private final List<JsonNode> elements;

    private JsonNode(
            final Kind kind,
            final int line,
            final int column,
            final String text,
            final List<JsonMember> members,
            final List<JsonNode> elements) {
        this.kind = kind;
        this.line = line;
        this.column = column;
        this.text = text;
        this.members = members;
        this.elements = elements;
    }

    static JsonNode scalar(final Kind kind, final int line, final int column, final String text) {
        return new JsonNode(kind, line, column, text, List.of(), List.of());
    }

    static JsonNode object(final int line, final int column, final List<JsonMember> members) {
        return new JsonNode(Kind.OBJECT, line, column, "{..}", List.copyOf(members), List.of());
    }

    static JsonNode array(final int line, final int column, final List<JsonNode> elements) {
        return new JsonNode(Kind.ARRAY, line, column, "[..]", List.of(), List.copyOf(elements));
    }

    /**
     * What the value is.
     *
     * @return the kind
     */
    public Kind kind() {
        return kind;
    }

    /**
     * Whether the value is of a kind.
     *
     * @param candidate kind asked for
     * @return true when it is
     */
    public boolean is(final Kind candidate) {
        return kind == candidate;
    }

    /**
     * Line of the value's first character.
     *
     * @return line, from 1
     */
    public int line() {
        return line;
    }

    /**
     * Column of the value's first character.
     *
     * @return column, from 1
     */
    public int column() {
        return column;
    }

    /**
     * Text of a scalar: a string's content with escapes resolved, anything else as written.
     *
     * @return the text; a placeholder for objects and arrays
     */
    public String text() {
        return text;
    }

    /**
     * The value as a person would write it, for messages: strings in quotes.
     *
     * @return the text
     */
    public String shown() {
        return kind == Kind.STRING ? JsonOutput.quoted(text) : text;
    }

    /**
     * Members of an object.
     *
     * @return members in text order, empty for anything else
     */
    public List<JsonMember> members() {
        return members;
    }

    /**
     * Elements of an array.
     *
     * @return elements in text order, empty for anything else
     */
    public List<JsonNode> elements() {
        return elements;
    }

    /**
     * Value of a member.
     *
     * @param key key asked for
     * @return value of the first member with that key, null when there is none
     */
    public JsonNode member(final String key) {
        for (final JsonMember member : members) {
            if (member.key().equals(key)) {
                return member.value();
            }
        }
        return null;
    }

    /**
     * The nearest double to a number. A number beyond the range of double gives an infinity: check it.
     *
     * @return the value
     * @throws NumberFormatException when this is not a number
     */
    public double asDouble() {
        if (kind != Kind.NUMBER) {
            throw new NumberFormatException(shown() + " is not a number");
        }
        return Double.parseDouble(text);
    }

    @Override
    public String toString() {
        return shown();
    }
}
