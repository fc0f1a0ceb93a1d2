package io.halfspread.codec.action;

import io.halfspread.codec.contract.ColdPath;
import io.halfspread.codec.contract.HotPath;
import java.util.HexFormat;
import org.agrona.MutableDirectBuffer;

/**
 * An ECDSA signature over secp256k1 with the recovery value the venue asks for. Reused by its signer. For one thread at a
 * time.
 */
@HotPath
public final class Signature {
    /** Bytes of the text of r or s: 0x and 64 digits. */
    public static final int HEX_LENGTH = 66;

    private static final int WORDS = 4;

    private final long[] r = new long[WORDS];
    private final long[] s = new long[WORDS];
    private int v;

    /** Creates a signature of zeros. */
    public Signature() {}

    /**
     * Sets a word of r.
     *
     * @param i    0 for the least significant 64 bits, to 3
     * @param word the word
     */
    public void r(final int i, final long word) {
        r[i] = word;
    }

    /**
     * Sets a word of s.
     *
     * @param i    0 for the least significant 64 bits, to 3
     * @param word the word
     */
    public void s(final int i, final long word) {
        s[i] = word;
    }

    /**
     * Sets the recovery value.
     *
     * @param value 27 or 28
     */
    public void v(final int value) {
        v = value;
    }

    /**
     * A word of r.
     *
     * @param i 0 for the least significant 64 bits, to 3
     * @return the word
     */
    public long r(final int i) {
        return r[i];
    }

    /**
     * A word of s.
     *
     * @param i 0 for the least significant 64 bits, to 3
     * @return the word
     */
    public long s(final int i) {
        return s[i];
    }

    /**
     * The recovery value.
     *
     * @return 27 or 28
     */
    public int v() {
        return v;
    }

    /**
     * Writes r as text.
     *
     * @param buffer takes {@link #HEX_LENGTH} bytes
     * @param index  where they begin
     */
    public void putRHex(final MutableDirectBuffer buffer, final int index) {
        putHex(r, buffer, index);
    }

    /**
     * Writes s as text.
     *
     * @param buffer takes {@link #HEX_LENGTH} bytes
     * @param index  where they begin
     */
    public void putSHex(final MutableDirectBuffer buffer, final int index) {
        putHex(s, buffer, index);
    }

    private static void putHex(final long[] words, final MutableDirectBuffer buffer, final int index) {
        HexText.putPrefix(buffer, index);
        int at = index + HexText.PREFIX;
        for (int i = WORDS - 1; i >= 0; i--) {
            at = HexText.putLong(words[i], buffer, at);
        }
    }

    /**
     * r as text.
     *
     * @return 0x and 64 lower-case digits
     */
    @ColdPath("for people")
    public String rHex() {
        return hex(r);
    }

    /**
     * s as text.
     *
     * @return 0x and 64 lower-case digits
     */
    @ColdPath("for people")
    public String sHex() {
        return hex(s);
    }

    @ColdPath("for people")
    private static String hex(final long[] words) {
        final StringBuilder text = new StringBuilder("0x");
        for (int i = WORDS - 1; i >= 0; i--) {
            text.append(HexFormat.of().toHexDigits(words[i]));
        }
        return text.toString();
    }
}
