package io.halfspread.gateway.keys;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.halfspread.fuzz.KeptInputs;
import io.halfspread.fuzz.OneLine;
import io.halfspread.gateway.sign.SigningKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Bytes as {@code .env} and as keystore: a key, or one line that shows nothing of what stands in the file. */
class KeyFileFuzzTest {
    private static final int SHOWN = 12;

    private final Path folder;
    private final Path keystore;

    KeyFileFuzzTest() throws IOException {
        folder = Files.createTempDirectory("keys");
        keystore = folder.resolve("keystore.json");
        folder.toFile().deleteOnExit();
    }

    @KeptInputs
    @FuzzTest
    void shouldFindKeyOrSayNothingOfIt(final byte[] bytes) throws IOException {
        Files.write(folder.resolve(".env"), bytes);
        try (SigningKey key = new KeySource(Map.of(), folder, null, () -> null, line -> {}).find()) {
            assertTrue(key.addressText().startsWith("0x"));
        } catch (final KeyException e) {
            check(e, bytes);
        }
        Files.write(keystore, bytes);
        try {
            Keystore.read(keystore);
        } catch (final KeyException e) {
            check(e, bytes);
        }
    }

    private void check(final KeyException refusal, final byte[] bytes) {
        final String message = refusal.getMessage();
        OneLine.check(message);
        final String content = new String(bytes, StandardCharsets.ISO_8859_1);
        final String said = message.replace(folder.toString(), "");
        for (int i = 0; i + SHOWN <= content.length(); i++) {
            final String part = content.substring(i, i + SHOWN);
            assertTrue(!said.contains(part) || WORDS.contains(part), () -> "shows " + part + ": " + message);
        }
    }

    private static final String WORDS = "PRIVATE_KEY in /.env /keystore.json accepted: no private key aes-128-ctr"
            + " cipherparams ciphertext KEYSTORE_PASSWORD hmac-sha256 scrypt, pbkdf2";
}
