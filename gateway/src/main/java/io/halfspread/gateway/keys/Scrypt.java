package io.halfspread.gateway.keys;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.util.Arrays;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.engines.Salsa20Engine;
import org.bouncycastle.crypto.generators.PKCS5S2ParametersGenerator;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * The scrypt of RFC 7914 without its limit on N for r = 1, which the published example of a keystore exceeds and the library
 * enforces. Salsa20 and PBKDF2 are the library's.
 */
final class Scrypt {
    private static final int SALSA_WORDS = 16;
    private static final int SALSA_ROUNDS = 8;

    private final int n;
    private final int blockWords;
    private final int[] x = new int[SALSA_WORDS];
    private final int[] mixed;
    private final int[] memory;

    private Scrypt(final int n, final int r) {
        this.n = n;
        blockWords = 2 * r * SALSA_WORDS;
        mixed = new int[blockWords];
        memory = new int[n * blockWords];
    }

    /**
     * Makes a key of a password.
     *
     * @param n a power of two
     * @param r 128 n r is the memory used, at most 1 GiB
     */
    static byte[] derive(
            final byte[] password, final byte[] salt, final int n, final int r, final int p, final int length) {
        final Scrypt scrypt = new Scrypt(n, r);
        final byte[] blocks = pbkdf2(password, salt, 1, p * scrypt.blockWords * Integer.BYTES);
        final IntBuffer words =
                ByteBuffer.wrap(blocks).order(ByteOrder.LITTLE_ENDIAN).asIntBuffer();
        final int[] block = new int[scrypt.blockWords];
        for (int i = 0; i < p; i++) {
            words.get(i * scrypt.blockWords, block);
            scrypt.mix(block);
            words.put(i * scrypt.blockWords, block);
        }
        final byte[] key = pbkdf2(password, blocks, 1, length);
        Secrets.wipe(blocks);
        Arrays.fill(block, 0);
        scrypt.wipe();
        return key;
    }

    static byte[] pbkdf2(final byte[] password, final byte[] salt, final int rounds, final int length) {
        final PKCS5S2ParametersGenerator generator = new PKCS5S2ParametersGenerator(new SHA256Digest());
        generator.init(password, salt, rounds);
        return ((KeyParameter) generator.generateDerivedMacParameters(Byte.SIZE * length)).getKey();
    }

    private void mix(final int[] block) {
        for (int i = 0; i < n; i++) {
            System.arraycopy(block, 0, memory, i * blockWords, blockWords);
            mixBlock(block);
        }
        for (int i = 0; i < n; i++) {
            final int from = (block[blockWords - SALSA_WORDS] & n - 1) * blockWords;
            for (int j = 0; j < blockWords; j++) {
                block[j] ^= memory[from + j];
            }
            mixBlock(block);
        }
    }

    private void mixBlock(final int[] block) {
        System.arraycopy(block, blockWords - SALSA_WORDS, x, 0, SALSA_WORDS);
        for (int at = 0; at < blockWords; at += SALSA_WORDS) {
            for (int j = 0; j < SALSA_WORDS; j++) {
                x[j] ^= block[at + j];
            }
            Salsa20Engine.salsaCore(SALSA_ROUNDS, x, x);
            final int pair = at / (2 * SALSA_WORDS) * SALSA_WORDS;
            final int to = at / SALSA_WORDS % 2 == 0 ? pair : blockWords / 2 + pair;
            System.arraycopy(x, 0, mixed, to, SALSA_WORDS);
        }
        System.arraycopy(mixed, 0, block, 0, blockWords);
    }

    private void wipe() {
        Arrays.fill(x, 0);
        Arrays.fill(mixed, 0);
        Arrays.fill(memory, 0);
    }
}
