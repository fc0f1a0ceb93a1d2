package io.halfspread.codec.refusal;

import io.halfspread.codec.contract.ColdPath;
import io.halfspread.codec.contract.HotPath;

/** Reasons for which a decimal, a JSON text or a venue frame is refused. Codes are stable; 0 means accepted. */
@HotPath
public final class Refusal {
    /** Accepted. */
    public static final int NONE = 0;
    /** No characters at all. */
    public static final int DECIMAL_EMPTY = 1;
    /** Not {@code [-]digits[.digits]} without superfluous leading zeros. */
    public static final int DECIMAL_MALFORMED = 2;
    /** Exponent notation, which the venue never writes for prices and sizes. */
    public static final int DECIMAL_EXPONENT = 3;
    /** A non-zero decimal beyond the field's exponent. */
    public static final int DECIMAL_TOO_PRECISE = 4;
    /** Does not fit a scaled long. */
    public static final int DECIMAL_OVERFLOW = 5;

    /** The text ends within a value. */
    public static final int JSON_TRUNCATED = 16;
    /** A character that the grammar does not allow here. */
    public static final int JSON_SYNTAX = 17;
    /** A control character within a string. */
    public static final int JSON_CONTROL_CHARACTER = 18;
    /** A backslash sequence that does not exist. */
    public static final int JSON_BAD_ESCAPE = 19;
    /** Bytes within a string that are not UTF-8. */
    public static final int JSON_BAD_UTF8 = 20;
    /** A number such as {@code 01}, {@code 1.} or {@code +1}. */
    public static final int JSON_BAD_NUMBER = 21;
    /** More than {@link io.halfspread.codec.json.JsonCursor#MAX_DEPTH} levels of nesting. */
    public static final int JSON_TOO_DEEP = 22;
    /** Something other than white space after the end. */
    public static final int JSON_TRAILING = 23;
    /** An object was expected. */
    public static final int OBJECT_EXPECTED = 24;
    /** An array was expected. */
    public static final int ARRAY_EXPECTED = 25;
    /** A string was expected. */
    public static final int STRING_EXPECTED = 26;
    /** An integer was expected. */
    public static final int INTEGER_EXPECTED = 27;
    /** {@code true} or {@code false} was expected. */
    public static final int BOOLEAN_EXPECTED = 28;
    /** An integer beyond 64 bits. */
    public static final int INTEGER_OVERFLOW = 29;

    /** A member this build needs is absent. */
    public static final int MEMBER_MISSING = 40;
    /** A member this build reads occurs twice. */
    public static final int MEMBER_REPEATED = 41;
    /** The frame names no channel. */
    public static final int CHANNEL_MISSING = 42;
    /** A price that is not positive, a negative size, time or count. */
    public static final int VALUE_OUT_OF_RANGE = 43;
    /** A side other than {@code B} or {@code A}. */
    public static final int SIDE_UNKNOWN = 44;
    /** A client order id that is not {@code 0x} and at most 32 hexadecimal digits. */
    public static final int CLOID_MALFORMED = 45;
    /** A levels array without exactly two sides, or a bbo array of more than two elements. */
    public static final int SIDES_MALFORMED = 46;
    /** A reply to a request in none of the known forms. */
    public static final int RESPONSE_MALFORMED = 47;

    /** The line does not begin with 19 digits and a space. */
    public static final int LINE_WITHOUT_TIME = 60;
    /** The receive time is earlier than the line before by more than the tolerance. */
    public static final int LINE_TIME_BACKWARDS = 61;
    /** The line is longer than the limit. */
    public static final int LINE_TOO_LONG = 62;
    /** The file ends within compressed data, or the compressed data are damaged. */
    public static final int FILE_DAMAGED = 63;
    /** An archive line without a readable time or a raw frame. */
    public static final int ARCHIVE_LINE_MALFORMED = 64;

    /** A row with another number of columns than the header, or with quotes. */
    public static final int ROW_COLUMNS = 70;
    /** A time that is not in microseconds since 1970, of 2001 to 2261. */
    public static final int ROW_TIME = 71;
    /** A side that is none of buy, sell, bid, ask. */
    public static final int ROW_SIDE = 72;
    /** A symbol that is no coin name: empty, longer than 16 characters or not printable. */
    public static final int ROW_SYMBOL = 73;
    /** The best bid is not below the best ask. */
    public static final int BOOK_CROSSED = 74;
    /** Levels that are not best first. */
    public static final int LEVELS_UNORDERED = 75;
    /** A change of a book of which no snapshot came yet. */
    public static final int BOOK_UNKNOWN = 76;

    private Refusal() {}

    /**
     * Says in words why something was refused.
     *
     * @param code one of the constants
     * @return a short clause without a full stop
     */
    @ColdPath("for a person")
    public static String describe(final int code) {
        return switch (code) {
            case NONE -> "accepted";
            case DECIMAL_EMPTY -> "empty number";
            case DECIMAL_MALFORMED -> "not a decimal number";
            case DECIMAL_EXPONENT -> "exponent form is not accepted";
            case DECIMAL_TOO_PRECISE -> "more decimals than the field holds";
            case DECIMAL_OVERFLOW -> "number too large for the field";
            case JSON_TRUNCATED -> "frame ends within a value";
            case JSON_SYNTAX -> "unexpected character";
            case JSON_CONTROL_CHARACTER -> "control character in a string";
            case JSON_BAD_ESCAPE -> "unknown escape in a string";
            case JSON_BAD_UTF8 -> "string is not UTF-8";
            case JSON_BAD_NUMBER -> "malformed number";
            case JSON_TOO_DEEP -> "nested too deeply";
            case JSON_TRAILING -> "text after the end of the frame";
            case OBJECT_EXPECTED -> "object expected";
            case ARRAY_EXPECTED -> "array expected";
            case STRING_EXPECTED -> "string expected";
            case INTEGER_EXPECTED -> "integer expected";
            case BOOLEAN_EXPECTED -> "true or false expected";
            case INTEGER_OVERFLOW -> "integer beyond 64 bits";
            case MEMBER_MISSING -> "a required member is missing";
            case MEMBER_REPEATED -> "a member occurs twice";
            case CHANNEL_MISSING -> "no channel";
            case VALUE_OUT_OF_RANGE -> "value out of range";
            case SIDE_UNKNOWN -> "side is neither B nor A";
            case CLOID_MALFORMED -> "cloid is not 0x and hexadecimal digits";
            case SIDES_MALFORMED -> "a book has two sides";
            case RESPONSE_MALFORMED -> "reply in no known form";
            case LINE_WITHOUT_TIME -> "line does not begin with a 19-digit receive time and a space";
            case LINE_TIME_BACKWARDS -> "receive time runs backwards";
            case LINE_TOO_LONG -> "line too long";
            case FILE_DAMAGED -> "compressed data end early or are damaged";
            case ARCHIVE_LINE_MALFORMED -> "archive line without a readable time or raw frame";
            case ROW_COLUMNS -> "not the columns of the header (fields in quotes are not accepted)";
            case ROW_TIME -> "time is not in microseconds since 1970";
            case ROW_SIDE -> "side is none of buy, sell, bid, ask";
            case ROW_SYMBOL -> "symbol is no coin name of at most 16 characters";
            case BOOK_CROSSED -> "best bid is not below best ask";
            case LEVELS_UNORDERED -> "levels are not best first";
            case BOOK_UNKNOWN -> "change of a book before its first snapshot";
            default -> "code " + code;
        };
    }
}
