package io.halfspread.gateway.keys;

import io.halfspread.codec.text.JsonDocument;
import io.halfspread.codec.text.JsonNode;
import io.halfspread.codec.text.StrictJson;
import io.halfspread.gateway.sign.Keccak256;
import io.halfspread.gateway.sign.SigningKey;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * An encrypted key file, version 3 of the Web3 Secret Storage definition: scrypt or PBKDF2, AES-128-CTR, and a Keccak-256 that
 * tells a wrong password. Read whole and checked before a password is asked for.
 */
final class Keystore {
    private static final int LARGEST_FILE = 1 << 16;
    private static final int CIPHER_KEY = 16;

    private final Path file;
    private final KeyDerivation derivation;
    private final byte[] iv;
    private final byte[] ciphertext;
    private final byte[] mac;

    private Keystore(final Path file, final JsonNode crypto) {
        this.file = file;
        derivation = KeyDerivation.of(this, crypto);
        final String cipher = text(crypto, "cipher");
        if (!cipher.equals("aes-128-ctr")) {
            throw fault("cipher", "aes-128-ctr");
        }
        iv = bytes(member(crypto, "cipherparams"), "iv", 16);
        ciphertext = bytes(crypto, "ciphertext", SigningKey.LENGTH);
        mac = bytes(crypto, "mac", 32);
    }

    static Keystore read(final Path file) {
        final JsonDocument document;
        try {
            if (Files.size(file) > LARGEST_FILE) {
                throw new KeyException(file + ": too large for a keystore; accepted: version 3, below 64 KiB");
            }
            document = StrictJson.parse(Files.readAllBytes(file), false);
        } catch (final IOException e) {
            throw new KeyException(file + ": cannot be read (" + e.getClass().getSimpleName() + ")");
        }
        if (!document.valid() || !document.root().is(JsonNode.Kind.OBJECT)) {
            throw new KeyException(file + ": no JSON object; accepted: a keystore of version 3");
        }
        final JsonNode version = document.root().member("version");
        if (version == null || !version.text().equals("3")) {
            throw new KeyException(file + ": not of version 3; accepted: a keystore of version 3");
        }
        final JsonNode lower = document.root().member("crypto");
        final JsonNode crypto = lower == null ? document.root().member("Crypto") : lower;
        if (crypto == null || !crypto.is(JsonNode.Kind.OBJECT)) {
            throw new KeyException(file + ": no crypto member; accepted: a keystore of version 3");
        }
        return new Keystore(file, crypto);
    }

    /** The key; zero it. */
    byte[] decrypt(final char[] password) {
        final ByteBuffer encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(password));
        final byte[] passwordBytes = new byte[encoded.remaining()];
        encoded.get(passwordBytes);
        Secrets.wipe(encoded.array());
        byte[] derived = null;
        try {
            derived = derivation.derive(passwordBytes);
            final byte[] check = Keccak256.of(Arrays.copyOfRange(derived, CIPHER_KEY, 2 * CIPHER_KEY), ciphertext);
            if (!MessageDigest.isEqual(check, mac)) {
                throw new KeyException(file + ": wrong password, or a damaged file");
            }
            final Cipher cipher = Cipher.getInstance("AES/CTR/NoPadding");
            cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(derived, 0, CIPHER_KEY, "AES"), new IvParameterSpec(iv));
            return cipher.doFinal(ciphertext);
        } catch (final OutOfMemoryError e) {
            throw new KeyException(file + ": its scrypt needs more memory than this JVM has; a larger -Xmx helps");
        } catch (final GeneralSecurityException e) {
            throw new KeyException(file + ": this JVM lacks AES in counter mode");
        } finally {
            Secrets.wipe(passwordBytes);
            Secrets.wipe(derived);
        }
    }

    JsonNode member(final JsonNode object, final String name) {
        final JsonNode value = object.member(name);
        if (value == null || !value.is(JsonNode.Kind.OBJECT)) {
            throw fault(name, "an object");
        }
        return value;
    }

    String text(final JsonNode object, final String name) {
        final JsonNode value = object.member(name);
        if (value == null || !value.is(JsonNode.Kind.STRING)) {
            throw fault(name, "a text");
        }
        return value.text();
    }

    int integer(final JsonNode object, final String name, final int lowest, final int highest) {
        final JsonNode value = object.member(name);
        if (value != null && value.is(JsonNode.Kind.NUMBER) && value.text().matches("[0-9]{1,10}")) {
            final BigInteger number = new BigInteger(value.text());
            if (number.bitLength() < 32 && number.intValue() >= lowest && number.intValue() <= highest) {
                return number.intValue();
            }
        }
        throw fault(name, "an integer from " + lowest + " to " + highest);
    }

    /** Bytes of a hexadecimal text; length 0 for any. */
    byte[] bytes(final JsonNode object, final String name, final int length) {
        final String text = text(object, name);
        try {
            final byte[] bytes = HexFormat.of().parseHex(text.startsWith("0x") ? text.substring(2) : text);
            if (length == 0 || bytes.length == length) {
                return bytes;
            }
        } catch (final IllegalArgumentException e) {
            throw fault(name, "hexadecimal digits");
        }
        throw fault(name, length + " bytes in hexadecimal digits");
    }

    KeyException fault(final String member, final String accepted) {
        return new KeyException(file + ": " + member + " is missing or wrong; accepted: " + accepted);
    }
}
