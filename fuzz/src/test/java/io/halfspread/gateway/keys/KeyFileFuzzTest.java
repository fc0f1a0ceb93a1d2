package io.halfspread.gateway.keys;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.halfspread.fuzz.KeptInputs;
import io.halfspread.fuzz.OneLine;
import io.halfspread.gateway.sign.SigningKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;

/** Bytes as {@code .env} and as keystore: a key, or one line that shows nothing of what stands in the file. */
class KeyFileFuzzTest {
    private static final Pattern DIGITS = Pattern.compile("[0-9a-fA-F]{8}");

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
            check(e);
        }
        Files.write(keystore, bytes);
        try {
            Keystore.read(keystore);
        } catch (final KeyException e) {
            check(e);
        }
    }

    private void check(final KeyException refusal) {
        final String message = refusal.getMessage();
        OneLine.check(message);
        // Neither the place nor what is accepted is of the file.
        final String said = message.replace(folder.toString(), "").replace("from 1 to 10000000", "");
        assertTrue(!DIGITS.matcher(said).find(), () -> "shows digits of the file: " + message);
    }
}
