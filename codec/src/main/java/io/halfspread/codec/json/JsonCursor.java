package io.halfspread.codec.json;

import io.halfspread.codec.contract.ColdPath;
import io.halfspread.codec.contract.HotPath;
import io.halfspread.codec.decimal.Decimal8;
import io.halfspread.codec.decimal.DecimalParser;
import io.halfspread.codec.decimal.DigitWords;
import io.halfspread.codec.decimal.DoubleParser;
import io.halfspread.codec.refusal.Refusal;
import java.nio.ByteOrder;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Forward-only scanner of one JSON text in a buffer, strict RFC 8259. The caller pulls: it enters an object or array,
 * asks for the next member or element, and reads or skips the value. The first fault is kept with its position; after
 * it every method returns its neutral value at once, so a caller may check {@link #faulted()} late. Nothing is thrown
 * and nothing is allocated, save that the stores for the text and for escaped strings may grow. Positions are relative to the text.
 * For one thread.
 */
@HotPath
public final class JsonCursor {
    /** Deepest nesting accepted. */
    public static final int MAX_DEPTH = 64;

    /** Bytes behind a text that may be read in vain. */
    public static final int READ_AHEAD = 64;

    /** What {@link #integer()} returns when there is none. */
    public static final long NO_INTEGER = Long.MIN_VALUE;

    private static final int FIRST_CAPACITY = 1 << 14;
    private static final long LOW_BITS = 0x0101_0101_0101_0101L;
    private static final long HIGH_BITS = 0x8080_8080_8080_8080L;
    private static final long QUOTES = LOW_BITS * '"';
    private static final long BACKSLASHES = LOW_BITS * '\\';
    private static final long NOT_CONTROL = LOW_BITS * 0xE0;

    private final UnsafeBuffer buffer = new UnsafeBuffer(0, 0);
    private byte[] bytes = new byte[0];
    private final DecimalParser decimals = new DecimalParser();
    private final DoubleParser doubles = new DoubleParser();
    private final EscapedText escaped = new EscapedText();
    private int limit;
    private int position;
    private int depth;
    private boolean fresh;
    private int fault;
    private int faultPosition;
    private long plainInteger;
    private UnsafeBuffer text = buffer;
    private int textOffset;
    private int textLength;

    /** Creates a cursor over nothing. */
    public JsonCursor() {}

    /**
     * Starts on a text. It is copied, so that every read after this is one of an array of the cursor's own.
     *
     * @param source holds the text; it is read during this call only
     * @param offset its first byte
     * @param length its bytes
     */
    public void wrap(final DirectBuffer source, final int offset, final int length) {
        if (length > bytes.length - READ_AHEAD) {
            grow(length);
        }
        source.getBytes(offset, bytes, 0, length);
        limit = length;
        position = 0;
        depth = 0;
        fresh = false;
        fault = Refusal.NONE;
        faultPosition = 0;
        textLength = 0;
    }

    /**
     * Whether something was refused.
     *
     * @return true from the first fault on
     */
    public boolean faulted() {
        return fault != Refusal.NONE;
    }

    /**
     * The first fault.
     *
     * @return a {@link Refusal} code
     */
    public int fault() {
        return fault;
    }

    /**
     * Where the first fault is.
     *
     * @return byte index within the text
     */
    public int faultPosition() {
        return faultPosition;
    }

    /**
     * The next byte to be read.
     *
     * @return byte index within the text
     */
    public int position() {
        return position;
    }

    /**
     * Records a fault the caller found. Only the first one counts.
     *
     * @param code a {@link Refusal} code
     * @param at   byte index within the text
     * @return false, for the caller to return
     */
    public boolean fail(final int code, final int at) {
        if (fault == Refusal.NONE) {
            fault = code;
            faultPosition = at;
            // Every loop of a caller ends at the end of the text.
            position = limit;
        }
        return false;
    }

    /**
     * Remembers the place of a value, to come back to it.
     *
     * @return an opaque mark for {@link #reset}
     */
    public long mark() {
        return (long) depth << 32 | position;
    }

    /**
     * Goes back (or forward) to a marked place, unless there was a fault.
     *
     * @param mark from {@link #mark()} on the same text
     */
    public void reset(final long mark) {
        if (fault == Refusal.NONE) {
            position = (int) mark;
            depth = (int) (mark >>> 32);
            fresh = false;
        }
    }

    /**
     * The next character that is not white space, without reading it.
     *
     * @return the byte, -1 at the end of the text
     */
    public int peek() {
        while (position < limit) {
            final byte b = buffer.getByte(position);
            if (b > ' ' || b != ' ' && b != '\n' && b != '\r' && b != '\t') {
                return b & 0xFF;
            }
            position++;
        }
        return -1;
    }

    /**
     * Enters an object.
     *
     * @return false when the next value is none, which is a fault
     */
    public boolean enterObject() {
        return enter('{', Refusal.OBJECT_EXPECTED);
    }

    /**
     * Enters an array.
     *
     * @return false when the next value is none, which is a fault
     */
    public boolean enterArray() {
        return enter('[', Refusal.ARRAY_EXPECTED);
    }

    /**
     * Goes to the next member of the object entered last: its name becomes the {@link #textBuffer() text}, its value is
     * next to be read.
     *
     * @return false when the object ended, or on a fault
     */
    public boolean nextMember() {
        if (!next('}') || !readString(true)) {
            return false;
        }
        if (peek() != ':') {
            return unexpected();
        }
        position++;
        return true;
    }

    /**
     * Goes to the next element of the array entered last.
     *
     * @return false when the array ended, or on a fault
     */
    public boolean nextElement() {
        return next(']');
    }

    /**
     * Reads a string; it becomes the {@link #textBuffer() text}.
     *
     * @return false when the next value is none, which is a fault
     */
    public boolean string() {
        if (peek() != '"') {
            return mismatch(Refusal.STRING_EXPECTED);
        }
        return readString(true);
    }

    /**
     * Buffer of the name or string read last, escapes resolved. Valid until the next string is read.
     *
     * @return the buffer
     */
    public DirectBuffer textBuffer() {
        return text;
    }

    /**
     * First byte of the name or string read last.
     *
     * @return index into {@link #textBuffer()}
     */
    public int textOffset() {
        return textOffset;
    }

    /**
     * Length of the name or string read last.
     *
     * @return bytes of UTF-8
     */
    public int textLength() {
        return textLength;
    }

    /**
     * Looks the name or string read last up.
     *
     * @param table known names
     * @return its number, {@link NameTable#UNKNOWN} when it is not known
     */
    public int textIn(final NameTable table) {
        return table.find(text, textOffset, textLength);
    }

    /**
     * Reads {@code null} when that is the next value.
     *
     * @return whether it was; otherwise nothing was read
     */
    public boolean nullValue() {
        return peek() == 'n' && literal("null");
    }

    /**
     * Reads {@code true} or {@code false}.
     *
     * @return the value, false on a fault
     */
    public boolean booleanValue() {
        final int first = peek();
        if (first == 't') {
            return literal("true");
        }
        if (first == 'f') {
            literal("false");
            return false;
        }
        return mismatch(Refusal.BOOLEAN_EXPECTED);
    }

    /**
     * Reads an integer, written without point and exponent.
     *
     * @return the value, {@link #NO_INTEGER} on a fault
     */
    public long integer() {
        final int first = peek();
        final int start = position;
        if (first != '-' && (first < '0' || first > '9')) {
            mismatch(Refusal.INTEGER_EXPECTED);
            return NO_INTEGER;
        }
        if (start + 2 * Long.BYTES <= limit && readPlainInteger()) {
            return plainInteger;
        }
        final long value = decimals.scan(buffer, start, limit, 0, false);
        final int end = decimals.end();
        if (value == Decimal8.NULL || contains('.', start, end)) {
            position = start;
            if (skipNumber()) {
                final boolean tooLarge = decimals.refusal() == Refusal.DECIMAL_OVERFLOW;
                fail(tooLarge ? Refusal.INTEGER_OVERFLOW : Refusal.INTEGER_EXPECTED, start);
            }
            return NO_INTEGER;
        }
        position = end;
        return value;
    }

    /**
     * Reads a string that holds a decimal with no more decimals than the exponent.
     *
     * @param exponent decimals of the result
     * @return the scaled number, {@link Decimal8#NULL} on a fault
     */
    public long decimal(final int exponent) {
        return decimal(exponent, false);
    }

    /**
     * Reads a string that holds a decimal, rounded half to even at the exponent.
     *
     * @param exponent decimals of the result
     * @return the scaled number, {@link Decimal8#NULL} on a fault
     */
    public long decimalRounded(final int exponent) {
        return decimal(exponent, true);
    }

    /**
     * Reads a string that holds a decimal, as a double.
     *
     * @return the nearest double, NaN on a fault
     */
    public double decimalAsDouble() {
        final int start = position;
        if (!string()) {
            return Double.NaN;
        }
        final double value = doubles.parse(text, textOffset, textLength);
        if (value != value) {
            fail(doubles.refusal(), start);
        }
        return value;
    }

    /**
     * Reads over any value, checking all of its grammar.
     *
     * @return false on a fault
     */
    public boolean skip() {
        final int base = depth;
        long objects = 0;
        do {
            final int first = peek();
            if (first == '{' || first == '[') {
                if (!enter(first, Refusal.JSON_SYNTAX)) {
                    return false;
                }
                objects = objects << 1 | (first == '{' ? 1 : 0);
            } else if (!skipScalar(first)) {
                return false;
            }
            // Closes all that ends here, then stands before the next value.
            while (depth > base) {
                final boolean more = (objects & 1) == 1 ? nextSkippedMember() : next(']');
                if (more) {
                    break;
                }
                if (faulted()) {
                    return false;
                }
                objects >>>= 1;
            }
        } while (depth > base);
        return true;
    }

    /**
     * Ends the text: only white space may be left.
     *
     * @return false when there is more, which is a fault
     */
    public boolean end() {
        if (faulted()) {
            return false;
        }
        return peek() == -1 || fail(Refusal.JSON_TRAILING, position);
    }

    /**
     * The text itself, for a reader that goes its own way through a foreseen form and then comes back by {@link #moveTo}.
     *
     * @return the array, positions being its indices; not to be written. {@link #READ_AHEAD} more bytes than the text may
     *     be read, which mean nothing
     */
    public byte[] bytes() {
        return bytes;
    }

    /**
     * Length of the text.
     *
     * @return bytes; after a fault nothing of them is left to be read
     */
    public int limit() {
        return limit;
    }

    /**
     * Goes on behind something that was read from {@link #bytes()}.
     *
     * @param index next byte to be read
     */
    public void moveTo(final int index) {
        if (fault == Refusal.NONE) {
            position = index;
        }
    }

    @ColdPath("a longer text than any before")
    private void grow(final int length) {
        bytes = new byte[Math.max(FIRST_CAPACITY, length + (length >> 1)) + READ_AHEAD];
        buffer.wrap(bytes);
    }

    /** Reads an integer of at most 15 digits, as times and ids are. */
    private boolean readPlainInteger() {
        final long head = buffer.getLong(position, ByteOrder.LITTLE_ENDIAN);
        final int headDigits = DigitWords.countDigits(head);
        if (headDigits < Long.BYTES) {
            if (!DigitWords.isPlainInteger(head, headDigits)) {
                return false;
            }
            plainInteger = DigitWords.integer(head, headDigits);
            position += headDigits;
            return true;
        }
        final long tail = buffer.getLong(position + Long.BYTES, ByteOrder.LITTLE_ENDIAN);
        final int tailDigits = DigitWords.countDigits(tail);
        if ((head & 0xFF) == '0' || tailDigits == Long.BYTES || !DigitWords.endsValue(tail, tailDigits)) {
            return false;
        }
        plainInteger = DigitWords.integer(head, tail, tailDigits);
        position += Long.BYTES + tailDigits;
        return true;
    }

    private boolean enter(final int bracket, final int otherwise) {
        if (peek() != bracket) {
            return mismatch(otherwise);
        }
        if (depth == MAX_DEPTH) {
            return fail(Refusal.JSON_TOO_DEEP, position);
        }
        depth++;
        position++;
        fresh = true;
        return true;
    }

    private boolean next(final int closing) {
        int first = peek();
        if (first == closing && !faulted()) {
            position++;
            depth--;
            fresh = false;
            return false;
        }
        if (!fresh) {
            if (first != ',') {
                return unexpected();
            }
            position++;
            first = peek();
        }
        fresh = false;
        if (first == -1 || first == ',' || first == ']' || first == '}') {
            return unexpected();
        }
        return true;
    }

    private boolean nextSkippedMember() {
        if (!next('}') || !readString(false)) {
            return false;
        }
        if (peek() != ':') {
            return unexpected();
        }
        position++;
        return true;
    }

    private boolean skipScalar(final int first) {
        switch (first) {
            case '"':
                return readString(false);
            case 't':
                return literal("true");
            case 'f':
                return literal("false");
            case 'n':
                return literal("null");
            case '-':
            case '0':
            case '1':
            case '2':
            case '3':
            case '4':
            case '5':
            case '6':
            case '7':
            case '8':
            case '9':
                return skipNumber();
            default:
                return unexpected();
        }
    }

    private boolean readString(final boolean wanted) {
        if (peek() != '"') {
            return unexpected();
        }
        final int start = position + 1;
        int index = skipOrdinary(start);
        while (index < limit) {
            final byte b = buffer.getByte(index);
            if (b == '"') {
                position = index + 1;
                text = buffer;
                textOffset = start;
                textLength = index - start;
                return true;
            }
            // Negative bytes are not ASCII.
            if (b < ' ' || b == '\\') {
                return readUnusualString(start, wanted);
            }
            index++;
        }
        return fail(Refusal.JSON_TRUNCATED, limit);
    }

    /** Passes over whole words of plain ASCII, and to the first character of the next that is something else. */
    private int skipOrdinary(final int start) {
        int index = start;
        while (index + Long.BYTES <= limit) {
            final long word = buffer.getLong(index, ByteOrder.LITTLE_ENDIAN);
            final long special = zeroBytes(word ^ QUOTES)
                    | zeroBytes(word ^ BACKSLASHES)
                    | zeroBytes(word & NOT_CONTROL)
                    | word & HIGH_BITS;
            if (special != 0) {
                return index + (Long.numberOfTrailingZeros(special) >>> 3);
            }
            index += Long.BYTES;
        }
        return index;
    }

    private static long zeroBytes(final long word) {
        return ~((word & ~HIGH_BITS) + ~HIGH_BITS | word) & HIGH_BITS;
    }

    private boolean readUnusualString(final int start, final boolean wanted) {
        final int end = escaped.read(buffer, start, limit, wanted);
        if (end < 0) {
            return fail(escaped.refusal(), ~end);
        }
        position = end + 1;
        if (escaped.verbatim()) {
            text = buffer;
            textOffset = start;
            textLength = end - start;
        } else {
            text = escaped.buffer();
            textOffset = 0;
            textLength = escaped.length();
        }
        return true;
    }

    private boolean literal(final String word) {
        final int length = word.length();
        for (int i = 0; i < length; i++) {
            if (position + i == limit) {
                return fail(Refusal.JSON_TRUNCATED, limit);
            }
            if (buffer.getByte(position + i) != word.charAt(i)) {
                return fail(Refusal.JSON_SYNTAX, position + i);
            }
        }
        position += length;
        return true;
    }

    private boolean skipNumber() {
        final int start = position;
        int index = start;
        if (buffer.getByte(index) == '-') {
            index++;
        }
        final int whole = index;
        index = skipDigits(index);
        if (index > whole + 1 && buffer.getByte(whole) == '0') {
            return fail(Refusal.JSON_BAD_NUMBER, whole);
        }
        boolean good = index > whole;
        if (good && index < limit && buffer.getByte(index) == '.') {
            final int first = ++index;
            index = skipDigits(index);
            good = index > first;
        }
        if (good && index < limit && (buffer.getByte(index) | 0x20) == 'e') {
            index++;
            if (index < limit && (buffer.getByte(index) == '+' || buffer.getByte(index) == '-')) {
                index++;
            }
            final int first = index;
            index = skipDigits(index);
            good = index > first;
        }
        if (!good) {
            return index == limit ? fail(Refusal.JSON_TRUNCATED, limit) : fail(Refusal.JSON_BAD_NUMBER, index);
        }
        position = index;
        return true;
    }

    private int skipDigits(final int start) {
        int index = start;
        while (index < limit && buffer.getByte(index) >= '0' && buffer.getByte(index) <= '9') {
            index++;
        }
        return index;
    }

    private boolean contains(final int wanted, final int start, final int end) {
        for (int i = start; i < end; i++) {
            if (buffer.getByte(i) == wanted) {
                return true;
            }
        }
        return false;
    }

    private long decimal(final int exponent, final boolean rounded) {
        if (peek() != '"') {
            mismatch(Refusal.STRING_EXPECTED);
            return Decimal8.NULL;
        }
        final int start = position + 1;
        final long value = decimals.scan(buffer, start, limit, exponent, rounded);
        final int end = decimals.end();
        if (value != Decimal8.NULL && end < limit && buffer.getByte(end) == '"') {
            position = end + 1;
            return value;
        }
        return unusualDecimal(start, exponent, rounded);
    }

    private long unusualDecimal(final int start, final int exponent, final boolean rounded) {
        if (!readString(true)) {
            return Decimal8.NULL;
        }
        final long value = rounded
                ? decimals.parseRounded(text, textOffset, textLength, exponent)
                : decimals.parse(text, textOffset, textLength, exponent);
        if (value == Decimal8.NULL) {
            fail(decimals.refusal(), start + (text == buffer ? decimals.end() - textOffset : 0));
        }
        return value;
    }

    private boolean mismatch(final int expected) {
        return position == limit ? unexpected() : fail(expected, position);
    }

    private boolean unexpected() {
        return fail(position == limit ? Refusal.JSON_TRUNCATED : Refusal.JSON_SYNTAX, position);
    }
}
