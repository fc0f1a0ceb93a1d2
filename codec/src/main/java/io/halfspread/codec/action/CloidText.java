package io.halfspread.codec.action;

import io.halfspread.codec.contract.ColdPath;
import io.halfspread.codec.contract.HotPath;
import java.util.HexFormat;
import org.agrona.MutableDirectBuffer;

/** Our order id as the venue reads it: 0x and 32 lower-case digits. Stateless. */
@HotPath
public final class CloidText {
    /** Bytes of the text. */
    public static final int LENGTH = 34;

    private CloidText() {}

    /**
     * Writes an id.
     *
     * @param high   high half
     * @param low    low half
     * @param buffer takes {@link #LENGTH} bytes
     * @param index  where they begin
     * @return index behind the text
     */
    public static int put(final long high, final long low, final MutableDirectBuffer buffer, final int index) {
        return HexText.putLong(low, buffer, HexText.putLong(high, buffer, HexText.putPrefix(buffer, index)));
    }

    /**
     * An id as text.
     *
     * @param high high half
     * @param low  low half
     * @return 0x and 32 digits
     */
    @ColdPath("for people and cold queries")
    public static String of(final long high, final long low) {
        return "0x" + HexFormat.of().toHexDigits(high) + HexFormat.of().toHexDigits(low);
    }
}
