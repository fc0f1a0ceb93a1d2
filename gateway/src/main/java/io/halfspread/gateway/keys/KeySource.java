package io.halfspread.gateway.keys;

import io.halfspread.gateway.sign.SigningKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Finds the private key: the environment, then {@code .env}, then an encrypted keystore file. The first that there is counts;
 * a faulty one is an error, not a reason to look further. Cold; for one thread.
 */
public final class KeySource {
    /** Variable that holds the key: 64 hexadecimal digits, with or without 0x. */
    public static final String KEY_VARIABLE = "PRIVATE_KEY";

    /** Variable that holds the password of the keystore. */
    public static final String PASSWORD_VARIABLE = "KEYSTORE_PASSWORD";

    private static final String ACCEPTED = "accepted: 64 hexadecimal digits, with or without 0x";

    private final Map<String, String> environment;
    private final EnvironmentFile file;
    private final Path keystoreOrNull;
    private final Supplier<char[]> password;
    private final Consumer<String> warnings;

    /**
     * Prepares a search.
     *
     * @param environment    variables of the process
     * @param workingFolder  folder whose {@code .env} is read when there is one
     * @param keystoreOrNull encrypted key file (version 3), null for none
     * @param password       asked for the password when KEYSTORE_PASSWORD is not set; may give null; what it gives is zeroed
     * @param warnings       takes lines for the operator, never with key material
     */
    public KeySource(
            final Map<String, String> environment,
            final Path workingFolder,
            final Path keystoreOrNull,
            final Supplier<char[]> password,
            final Consumer<String> warnings) {
        this.environment = environment;
        file = new EnvironmentFile(workingFolder);
        this.keystoreOrNull = keystoreOrNull;
        this.password = password;
        this.warnings = warnings;
    }

    /**
     * Finds the key.
     *
     * @return the key; close it
     * @throws KeyException when there is none or it cannot be used; one line, without key material
     */
    public SigningKey find() {
        final String variable = environment.get(KEY_VARIABLE);
        if (variable != null && !variable.isBlank()) {
            return key(variable.strip().toCharArray(), KEY_VARIABLE + " of the environment");
        }
        if (file.exists()) {
            final char[] value = file.value(KEY_VARIABLE);
            if (value != null && value.length > 0) {
                EnvironmentFile.warnWhenOpen(file.path(), warnings);
                return key(value, KEY_VARIABLE + " in " + file.path());
            }
        }
        if (keystoreOrNull != null) {
            return fromKeystore();
        }
        throw new KeyException("no private key; accepted: " + KEY_VARIABLE + " in the environment or in " + file.path()
                + ", or a keystore file named in the configuration");
    }

    /**
     * Tells of files with secrets that others than their owner may read or write. Opens none.
     *
     * @param workingFolder  folder of {@code .env}
     * @param keystoreOrNull encrypted key file, null for none
     * @param warnings       takes a line for each
     */
    public static void checkPermissions(
            final Path workingFolder, final Path keystoreOrNull, final Consumer<String> warnings) {
        final EnvironmentFile file = new EnvironmentFile(workingFolder);
        if (file.exists()) {
            EnvironmentFile.warnWhenOpen(file.path(), warnings);
        }
        if (keystoreOrNull != null && Files.exists(keystoreOrNull)) {
            EnvironmentFile.warnWhenOpen(keystoreOrNull, warnings);
        }
    }

    private static SigningKey key(final char[] text, final String where) {
        final byte[] secret = Secrets.parseKey(text);
        final int length = text.length;
        Secrets.wipe(text);
        if (secret == null) {
            throw new KeyException(where + ": no private key (" + length + " characters); " + ACCEPTED);
        }
        return key(secret, where);
    }

    private static SigningKey key(final byte[] secret, final String where) {
        try {
            return SigningKey.of(secret);
        } catch (final IllegalArgumentException e) {
            throw new KeyException(where + ": not a key of secp256k1: 0, or not below the order of the curve");
        } finally {
            Secrets.wipe(secret);
        }
    }

    private SigningKey fromKeystore() {
        final Keystore keystore = Keystore.read(keystoreOrNull);
        EnvironmentFile.warnWhenOpen(keystoreOrNull, warnings);
        final String variable = environment.get(PASSWORD_VARIABLE);
        char[] secret = variable == null ? null : variable.toCharArray();
        if (secret == null && file.exists()) {
            secret = file.value(PASSWORD_VARIABLE);
            EnvironmentFile.warnWhenOpen(file.path(), warnings);
        }
        if (secret == null) {
            secret = password.get();
        }
        if (secret == null) {
            throw new KeyException(keystoreOrNull + ": a password is needed; accepted: " + PASSWORD_VARIABLE
                    + " in the environment, or typed at a terminal");
        }
        try {
            return key(keystore.decrypt(secret), keystoreOrNull.toString());
        } finally {
            Secrets.wipe(secret);
        }
    }
}
