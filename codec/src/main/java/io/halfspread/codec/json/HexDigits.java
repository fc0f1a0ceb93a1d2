package io.halfspread.codec.json;

import io.halfspread.codec.contract.HotPath;

/** Values of hexadecimal digits. */
@HotPath
public final class HexDigits {
    private HexDigits() {}

    /**
     * Value of one digit.
     *
     * @param character an ASCII character
     * @return 0 to 15, -1 when it is no digit
     */
    public static int value(final int character) {
        if (character >= '0' && character <= '9') {
            return character - '0';
        }
        final int lower = character | 0x20;
        return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
    }
}
