package io.halfspread.gateway.keys;

import io.halfspread.gateway.sign.SigningKey;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Finds the private key: the environment, then {@code .env}, then an encrypted keystore file. Cold. */
public final class KeySource {
    /**
     * Prepares a search.
     *
     * @param environment    variables of the process
     * @param workingFolder  folder whose {@code .env} is read when there is one
     * @param keystoreOrNull encrypted key file (version 3), null for none
     * @param password       asked for the password when KEYSTORE_PASSWORD is not set; may give null
     * @param warnings       takes lines for the operator, never with key material
     */
    public KeySource(
            final Map<String, String> environment,
            final Path workingFolder,
            final Path keystoreOrNull,
            final Supplier<char[]> password,
            final Consumer<String> warnings) {
        warnings.accept("not yet " + environment.size() + workingFolder + keystoreOrNull + password);
    }

    /**
     * Finds the key.
     *
     * @return the key; close it
     * @throws KeyException when there is none or it cannot be used; one line, without key material
     */
    public SigningKey find() {
        throw new KeyException("not yet");
    }
}
