package io.halfspread.gateway.keys;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Random;
import org.bouncycastle.crypto.generators.SCrypt;
import org.junit.jupiter.api.Test;

final class ScryptTest {
    @Test
    void shouldGiveThePublishedKeyOfTheStandard() {
        assertEquals(
                "fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b3731622eaf30d92e22a3886ff109279d9830da"
                        + "c727afb94a83ee6d8360cbdfa2cc0640",
                HexFormat.of()
                        .formatHex(Scrypt.derive(
                                "password".getBytes(StandardCharsets.US_ASCII),
                                "NaCl".getBytes(StandardCharsets.US_ASCII),
                                1024,
                                8,
                                16,
                                64)));
    }

    @Test
    void shouldEqualTheLibraryWhereItAllows() {
        final Random random = new Random(3);
        for (int i = 0; i < 20; i++) {
            final byte[] password = new byte[random.nextInt(40)];
            final byte[] salt = new byte[random.nextInt(40)];
            random.nextBytes(password);
            random.nextBytes(salt);
            final int n = 2 << random.nextInt(8);
            final int r = 1 + random.nextInt(9);
            final int p = 1 + random.nextInt(3);

            assertArrayEquals(SCrypt.generate(password, salt, n, r, p, 32), Scrypt.derive(password, salt, n, r, p, 32));
        }
    }
}
