package io.halfspread.gateway.keys;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfspread.gateway.sign.SigningKey;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KeySourceTest {
    private static final String KEY = "0123456789012345678901234567890123456789012345678901234567890123";
    private static final String ADDRESS = "0x14791697260e4c9a71f18484c9f997b308e59325";
    private static final String OTHER_KEY = "e908f86dbb4d55ac876378565aafeabc187f6690f046459397b17d9b9a19688e";
    private static final String OTHER_ADDRESS = "0xcd49bbac6e85fdeb167eb7ca41a945d2b8758f6f";

    /** The published example of PBKDF2: password testpassword, key 7a28...fe9d. */
    private static final String PBKDF2 =
            "{\"crypto\":{\"cipher\":\"aes-128-ctr\",\"cipherparams\":{\"iv\":\"6087dab2f9fdbbfaddc31a909735c1e6\"},"
                    + "\"ciphertext\":\"5318b4d5bcd28de64ee5559e671353e16f075ecae9f99c7a79a38af5f869aa46\","
                    + "\"kdf\":\"pbkdf2\",\"kdfparams\":{\"c\":262144,\"dklen\":32,\"prf\":\"hmac-sha256\","
                    + "\"salt\":\"ae3cd4e7013836a3df6bd7241b12db061dbe2c6785853cce422d148a624ce0bd\"},"
                    + "\"mac\":\"517ead924a9d0dc3124507e3393d175ce3ff7c1e96529c6c555ce9e51205e9b2\"},"
                    + "\"id\":\"3198bc9c-6672-5ab3-d995-4942343ae5b6\",\"version\":3}";

    /** The published example of scrypt, the same key. */
    private static final String SCRYPT =
            "{\"crypto\":{\"cipher\":\"aes-128-ctr\",\"cipherparams\":{\"iv\":\"83dbcc02d8ccb40e466191a123791e0e\"},"
                    + "\"ciphertext\":\"d172bf743a674da9cdad04534d56926ef8358534d458fffccd4e6ad2fbde479c\","
                    + "\"kdf\":\"scrypt\",\"kdfparams\":{\"dklen\":32,\"n\":262144,\"r\":1,\"p\":8,"
                    + "\"salt\":\"ab0c7876052600dd703518d6fc3fe8984592145b591fc8fb5c6d43190334ba19\"},"
                    + "\"mac\":\"2103ac29920d71da29f15d75b4a16dbe95cfd7ff8faea1056c33131d846e3097\"},"
                    + "\"id\":\"3198bc9c-6672-5ab3-d995-4942343ae5b6\",\"version\":3}";

    private static final String PUBLISHED_ADDRESS = "0x008aeeda4d805471df9b2a5b0f38a0c3bcba786b";

    @TempDir
    Path folder;

    private final Map<String, String> environment = new HashMap<>();
    private final List<String> warnings = new ArrayList<>();
    private char[] typed;

    @Test
    void shouldTakeTheEnvironmentFirstWithOrWithoutPrefix() throws IOException {
        write(".env", "PRIVATE_KEY=" + OTHER_KEY, "rw-------");
        environment.put("PRIVATE_KEY", "0x" + KEY);
        assertEquals(ADDRESS, address());
        environment.put("PRIVATE_KEY", " " + KEY + "\n");
        assertEquals(ADDRESS, address());
        environment.put("PRIVATE_KEY", "");
        assertEquals(OTHER_ADDRESS, address());
        assertEquals(List.of(), warnings);
    }

    @Test
    void shouldReadDotEnvAsPeopleWriteIt() throws IOException {
        for (final String line : List.of(
                "PRIVATE_KEY=" + KEY,
                "  export PRIVATE_KEY = \"0x" + KEY + "\"  ",
                "PRIVATE_KEY='" + KEY + "'\r",
                "# PRIVATE_KEY=" + OTHER_KEY + "\nPRIVATE_KEY_OLD=" + OTHER_KEY + "\n\nPRIVATE_KEY=" + KEY + "\nX=1")) {
            write(".env", line, "rw-------");
            assertEquals(ADDRESS, address(), line);
        }
        assertEquals(List.of(), warnings);
    }

    @Test
    void shouldWarnWithoutTheKeyWhenOthersMayReadTheFile() throws IOException {
        write(".env", "PRIVATE_KEY=" + KEY, "rw-r--r--");

        assertEquals(ADDRESS, address());

        assertEquals(1, warnings.size());
        assertTrue(warnings.get(0).startsWith(folder.resolve(".env") + ": others than its owner"), warnings.get(0));
        assertFalse(warnings.get(0).contains("0123"), warnings.get(0));
    }

    @Test
    void shouldOpenThePublishedKeystores() throws IOException {
        environment.put("KEYSTORE_PASSWORD", "testpassword");
        final Path pbkdf2 = write("pbkdf2.json", PBKDF2, "rw-------");
        final Path scrypt = write("scrypt.json", SCRYPT, "rw-r-----");

        assertEquals(PUBLISHED_ADDRESS, address(pbkdf2));
        assertEquals(List.of(), warnings);
        assertEquals(PUBLISHED_ADDRESS, address(scrypt));
        assertEquals(1, warnings.size());
    }

    @Test
    void shouldAskForThePasswordAndZeroItWhenNoneIsSet() throws IOException {
        final Path file = write("keystore.json", cheap(), "rw-------");
        final String message = refusal(file);
        assertTrue(message.contains("a password is needed; accepted: KEYSTORE_PASSWORD"), message);

        typed = "wrong".toCharArray();
        assertEquals(file + ": wrong password, or a damaged file", refusal(file));
        assertArrayEquals(new char[5], typed);
    }

    /** The published file with one round: its password is wrong, and it says so fast. */
    private static String cheap() {
        return PBKDF2.replace("262144", "1");
    }

    @Test
    void shouldSayWhatIsAcceptedWhenAKeystoreIsFaulty() throws IOException {
        environment.put("KEYSTORE_PASSWORD", "testpassword");
        for (final String[] change : new String[][] {
            {"\"version\":3", "\"version\":1", "version 3"},
            {"aes-128-ctr", "aes-128-cbc", "cipher is missing or wrong; accepted: aes-128-ctr"},
            {"pbkdf2\"", "argon2\"", "kdf is missing or wrong; accepted: scrypt, pbkdf2"},
            {"hmac-sha256", "hmac-sha1", "prf is missing or wrong; accepted: hmac-sha256"},
            {"\"c\":262144", "\"c\":0", "c is missing or wrong; accepted: an integer from 1"},
            {"\"c\":262144", "\"c\":99999999999", "c is missing or wrong"},
            {"\"dklen\":32", "\"dklen\":16", "dklen is missing or wrong"},
            {"6087dab2", "6087dab", "iv is missing or wrong"},
            {"\"mac\":\"517e", "\"mac\":\"zz7e", "mac is missing or wrong; accepted: hexadecimal digits"},
            {"\"salt\"", "\"pepper\"", "salt is missing or wrong"},
            {"\"crypto\"", "\"other\"", "no crypto member"},
            {"{\"crypto\"", "[\"crypto\"", "no JSON object"},
            {"\"mac\":\"517e", "\"mac\":\"527e", "wrong password, or a damaged file"},
        }) {
            final Path file = write("keystore.json", PBKDF2.replace(change[0], change[1]), "rw-------");
            final String message = refusal(file);
            assertTrue(message.startsWith(file + ": ") && message.contains(change[2]), message);
        }
        final Path scrypt = write("scrypt.json", SCRYPT.replace("262144", "262143"), "rw-------");
        assertTrue(refusal(scrypt).contains("n is missing or wrong; accepted: a power of two"));
        assertTrue(refusal(folder.resolve("absent.json")).contains("cannot be read"));
    }

    @Test
    void shouldNeverShowTheKeyWhenItIsWrong() {
        final String secret = "deadbeef".repeat(8);
        for (final String bad : List.of(
                secret.substring(1),
                secret + "0",
                "0x" + secret.substring(2) + "zz",
                "ff".repeat(32),
                "0".repeat(64))) {
            environment.put("PRIVATE_KEY", bad);
            final KeyException e =
                    assertThrows(KeyException.class, () -> source(null).find());

            final StringWriter trace = new StringWriter();
            e.printStackTrace(new PrintWriter(trace));
            assertFalse(trace.toString().contains(bad.substring(4, 12)), trace.toString());
            assertNull(e.getCause());
            assertEquals(1, e.getMessage().lines().count());
            assertTrue(e.getMessage().startsWith("PRIVATE_KEY of the environment: "), e.getMessage());
        }
    }

    @Test
    void shouldNameAllPlacesWhenThereIsNoKey() {
        final String message = refusal(null);

        assertEquals(
                "no private key; accepted: PRIVATE_KEY in the environment or in " + folder.resolve(".env")
                        + ", or a keystore file named in the configuration",
                message);
    }

    private String address() {
        return address(null);
    }

    private String address(final Path keystore) {
        try (SigningKey key = source(keystore).find()) {
            return key.addressText();
        }
    }

    private String refusal(final Path keystore) {
        return assertThrows(KeyException.class, () -> source(keystore).find()).getMessage();
    }

    private KeySource source(final Path keystore) {
        return new KeySource(environment, folder, keystore, () -> typed, warnings::add);
    }

    private Path write(final String name, final String content, final String mode) throws IOException {
        final Path file = folder.resolve(name);
        Files.writeString(file, content);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
        return file;
    }
}
