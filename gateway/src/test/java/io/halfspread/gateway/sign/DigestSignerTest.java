package io.halfspread.gateway.sign;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfspread.codec.action.Signature;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Random;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.math.ec.ECPoint;
import org.junit.jupiter.api.Test;

final class DigestSignerTest {
    private static final int SIGNATURES = 2_000;

    @Test
    void shouldSignAsTheOracleWhenKeysAndDigestsAreRandom() {
        final Random random = new Random(7);
        final RandomScalars keys = new RandomScalars(8, ScalarArithmetic.N);
        final Signature signature = new Signature();
        SigningKey key = null;
        DigestSigner signer = null;
        BigInteger secret = null;
        ECPoint publicKey = null;
        for (int i = 0; i < SIGNATURES; i++) {
            if (i % 10 == 0) {
                secret = keys.next().max(BigInteger.ONE);
                publicKey = Oracle.multiple(secret);
                key = SigningKey.of(Oracle.bytes(secret));
                signer = new DigestSigner(key, null);
            }
            final byte[] digest = new byte[32];
            random.nextBytes(digest);

            signer.sign(Words.of(new BigInteger(1, digest)), signature);

            final BigInteger[] expected = Oracle.sign(secret, digest);
            assertEquals(expected[0], Oracle.r(signature));
            assertEquals(expected[1], Oracle.s(signature));
            assertTrue(Oracle.verifies(publicKey, digest, signature));
            if (i % 4 == 0) {
                assertArrayEquals(key.address(), Oracle.recover(digest, signature));
            }
        }
    }

    @Test
    void shouldReduceTheDigestWhenItIsBeyondTheOrder() {
        final Signature signature = new Signature();
        final BigInteger secret = BigInteger.valueOf(12345);
        final DigestSigner signer = new DigestSigner(SigningKey.of(Oracle.bytes(secret)), null);
        for (final BigInteger digest : new BigInteger[] {
            BigInteger.ONE.shiftLeft(256).subtract(BigInteger.ONE),
            ScalarArithmetic.N,
            ScalarArithmetic.N.add(BigInteger.ONE),
            BigInteger.ZERO
        }) {
            signer.sign(Words.of(digest), signature);

            final BigInteger[] expected = Oracle.sign(secret, Oracle.bytes(digest));
            assertEquals(expected[0], Oracle.r(signature));
            assertEquals(expected[1], Oracle.s(signature));
        }
    }

    @Test
    void shouldGoOnAsTheStandardSaysWhenCandidatesAreRefused() throws GeneralSecurityException {
        final BigInteger secret = new BigInteger("123456789abcdef", 16);
        final BigInteger digest = new BigInteger(1, Keccak256.of(new byte[] {1})).mod(ScalarArithmetic.N);
        final byte[] seed = concatenated(Oracle.bytes(secret), Oracle.bytes(digest));
        byte[] v = new byte[32];
        Arrays.fill(v, (byte) 1);
        byte[] k = hmac(new byte[32], v, new byte[] {0}, seed);
        v = hmac(k, v);
        k = hmac(k, v, new byte[] {1}, seed);
        v = hmac(k, v);
        final DeterministicNonce nonce = new DeterministicNonce();
        final long[] candidate = new long[4];
        nonce.begin(Words.of(secret), Words.of(digest));
        for (int i = 0; i < 5; i++) {
            v = hmac(k, v);
            nonce.next(candidate);
            assertEquals(new BigInteger(1, v), RandomScalars.of(candidate));
            k = hmac(k, v, new byte[] {0});
            v = hmac(k, v);
            nonce.refuse();
        }
    }

    private static byte[] hmac(final byte[] key, final byte[]... parts) throws GeneralSecurityException {
        final Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(concatenated(parts));
    }

    private static byte[] concatenated(final byte[]... parts) {
        final ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (final byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
