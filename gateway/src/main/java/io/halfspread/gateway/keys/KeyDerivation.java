package io.halfspread.gateway.keys;

import io.halfspread.codec.text.JsonNode;

/** How a keystore makes a key of a password. */
interface KeyDerivation {
    /** Makes 32 bytes; zero them. */
    byte[] derive(byte[] password);

    /** Reads it from the file and checks that it costs no more than this machine has. */
    static KeyDerivation of(final Keystore keystore, final JsonNode crypto) {
        final JsonNode params = keystore.member(crypto, "kdfparams");
        final byte[] salt = keystore.bytes(params, "salt", 0);
        final int length = keystore.integer(params, "dklen", 32, 32);
        final String name = keystore.text(crypto, "kdf");
        if (name.equals("scrypt")) {
            final int n = keystore.integer(params, "n", 2, 1 << 20);
            final int r = keystore.integer(params, "r", 1, 32);
            final int p = keystore.integer(params, "p", 1, 16);
            if (Integer.bitCount(n) != 1 || 128L * n * r > 1L << 30) {
                throw keystore.fault("n", "a power of two, with r at most 1 GiB of memory");
            }
            return password -> Scrypt.derive(password, salt, n, r, p, length);
        }
        if (name.equals("pbkdf2")) {
            final int rounds = keystore.integer(params, "c", 1, 10_000_000);
            if (!keystore.text(params, "prf").equals("hmac-sha256")) {
                throw keystore.fault("prf", "hmac-sha256");
            }
            return password -> Scrypt.pbkdf2(password, salt, rounds, length);
        }
        throw keystore.fault("kdf", "scrypt, pbkdf2");
    }
}
