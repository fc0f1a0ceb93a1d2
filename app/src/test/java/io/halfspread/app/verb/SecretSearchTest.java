package io.halfspread.app.verb;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A search that finds nothing proves nothing unless it finds what is there. */
class SecretSearchTest {
    private static final String KEY = "0f1e2d3c4b5a69788796a5b4c3d2e1f00123456789abcdeffedcba9876543211";

    private final SecretSearch search = new SecretSearch(KEY);

    @TempDir
    private Path folder;

    @Test
    void shouldFindTheKeyInEachFormPlanted() throws Exception {
        final byte[] key = HexFormat.of().parseHex(KEY);
        assertEquals(List.of(), found(HexFormat.of().parseHex(KEY.replace('1', '2'))));
        assertEquals(List.of("as text"), found(("x" + KEY + "y").getBytes(StandardCharsets.US_ASCII)));
        assertEquals(List.of("as text"), found(KEY.toUpperCase(Locale.ROOT).getBytes(StandardCharsets.US_ASCII)));
        assertEquals(List.of("as UTF-16 text"), found(KEY.getBytes(StandardCharsets.UTF_16LE)));
        assertEquals(List.of("as bytes", "as a word of 64 bits", "as two words of 32 bits"), found(key));
        final ByteBuffer words = ByteBuffer.allocate(32);
        for (int i = 0; i < 4; i++) {
            words.putLong(ByteBuffer.wrap(key).getLong(24 - 8 * i));
        }
        assertEquals(List.of("as a word of 64 bits", "as two words of 32 bits"), found(words.array()));
        final long limb = ByteBuffer.wrap(key).getLong(24) & (1L << 52) - 1;
        assertEquals(
                List.of("as a limb of 52 bits"),
                found(ByteBuffer.allocate(8)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putLong(limb)
                        .array()));
    }

    private List<String> found(final byte[] content) throws Exception {
        final byte[] margin = new byte[content.length + 20];
        Arrays.fill(margin, (byte) 0xEE);
        System.arraycopy(content, 0, margin, 9, content.length);
        return search.in(Files.write(folder.resolve("content"), margin));
    }
}
