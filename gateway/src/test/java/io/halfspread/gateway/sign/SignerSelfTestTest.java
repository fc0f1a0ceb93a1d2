package io.halfspread.gateway.sign;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.halfspread.codec.action.Signature;
import io.halfspread.gateway.session.VenueNetwork;
import java.math.BigInteger;
import java.util.Arrays;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

final class SignerSelfTestTest {
    @Test
    void shouldFindThisMachineRight() {
        assertDoesNotThrow(SignerSelfTest::run);
    }

    @Test
    void shouldKnowWhatAnIndependentLibrarySigns() {
        final byte[] secret = new byte[SigningKey.LENGTH];
        Arrays.fill(secret, SignerSelfTest.KEY_BYTE);
        final UnsafeBuffer action = SignerSelfTest.action();
        final byte[] packed = new byte[action.capacity()];
        action.getBytes(0, packed);
        final byte[] digest = Oracle.actionDigest(packed, SignerSelfTest.NONCE, "a");
        final BigInteger[] expected = Oracle.sign(new BigInteger(1, secret), digest);

        assertEquals(SignerSelfTest.KNOWN_R, hex(expected[0]));
        assertEquals(SignerSelfTest.KNOWN_S, hex(expected[1]));
        final Signature signature = new Signature();
        new ActionSigner(SigningKey.of(secret), VenueNetwork.MAINNET)
                .sign(action, 0, packed.length, SignerSelfTest.NONCE, null, ActionSigner.NO_EXPIRY, signature);
        assertEquals(
                new BigInteger(1, SigningKey.of(secret).address()),
                new BigInteger(1, Oracle.recover(digest, signature)));
        assertEquals(SignerSelfTest.KNOWN_V, signature.v());
    }

    private static String hex(final BigInteger value) {
        return String.format("0x%064x", value);
    }
}
