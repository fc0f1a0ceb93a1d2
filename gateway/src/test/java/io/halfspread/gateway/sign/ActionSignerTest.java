package io.halfspread.gateway.sign;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.management.ThreadMXBean;
import io.halfspread.codec.action.ActionBatch;
import io.halfspread.codec.action.ActionMsgpack;
import io.halfspread.codec.action.PostEnvelope;
import io.halfspread.codec.action.Signature;
import io.halfspread.codec.event.Tif;
import io.halfspread.gateway.session.VenueNetwork;
import java.lang.management.ManagementFactory;
import java.util.HexFormat;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

final class ActionSignerTest {
    private static final byte[] SECRET =
            HexFormat.of().parseHex("0123456789012345678901234567890123456789012345678901234567890123");
    private static final long NONCE = 1790232236546L;
    private static final int ATTEMPTS = 5;

    private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[4096]);
    private final ActionBatch batch = twoSided();
    private final Signature signature = new Signature();

    @Test
    void shouldReproduceTheWorkedCaseWhenBatchIsTwoSided() {
        final ActionSigner signer = new ActionSigner(SigningKey.of(SECRET), VenueNetwork.MAINNET);
        final int length = ActionMsgpack.encode(batch, buffer, 8);

        signer.sign(buffer, 8, length, NONCE, null, ActionSigner.NO_EXPIRY, signature);

        assertEquals("0x0e799cfc8b701d96405c298be47bbbe8709aab3807399b9b1a818b902e7cf638", signer.actionHash());
        assertEquals("0xcb272375908e852be0e04b574c2df32724174118f018509f9a8245d011099b10", signature.rHex());
        assertEquals("0x66d871ae4273c11c5c16cb5fd5c7d6a92dbb7ba2ea2c093b39fbc0dd697672f3", signature.sHex());
        assertEquals(28, signature.v());

        signer.sign(buffer, 8, length, NONCE, null, 1790232239546L, signature);

        assertEquals("0x03aec5cff274b00c8cbfa480e5ec2787c8b4892b96b2f40572d3298eed9b1e53", signer.actionHash());
    }

    @Test
    void shouldHaveTheConstantsOfTheVenue() {
        assertEquals(
                "0xd79297fcdf2ffcd4ae223d01edaa2ba214ff8f401d7c9300d995d17c82aa4040",
                TypedData.text(TypedData.domain("Exchange", 1337)));
        assertEquals(
                "0x26f05c2f7239b6983075e58321292d77b3aa173d19b27257ac96ab362570f508",
                TypedData.text(TypedData.hash("Agent(string source,bytes32 connectionId)")));
        assertEquals(
                "0xfeb1393ca4412a4ca577bd51d04f0a77033514c602f4d0a11490fb95f7428df6",
                TypedData.text(TypedData.domain("HyperliquidSignTransaction", 0x66eee)));
        assertEquals(
                "0x8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f",
                TypedData.text(TypedData.hash(
                        "EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)")));
    }

    @Test
    void shouldSignOtherwiseWhenNetworkNonceVaultOrExpiryDiffers() {
        final ActionSigner mainnet = new ActionSigner(SigningKey.of(SECRET), VenueNetwork.MAINNET);
        final ActionSigner testnet = new ActionSigner(SigningKey.of(SECRET), VenueNetwork.TESTNET);
        final int length = ActionMsgpack.encode(batch, buffer, 0);

        final String first = r(mainnet, length, NONCE, null, ActionSigner.NO_EXPIRY);

        assertEquals(first, r(mainnet, length, NONCE, null, ActionSigner.NO_EXPIRY));
        assertNotEquals(first, r(testnet, length, NONCE, null, ActionSigner.NO_EXPIRY));
        assertNotEquals(first, r(mainnet, length, NONCE + 1, null, ActionSigner.NO_EXPIRY));
        assertNotEquals(first, r(mainnet, length, NONCE, new byte[20], ActionSigner.NO_EXPIRY));
        assertNotEquals(first, r(mainnet, length, NONCE, null, NONCE));
    }

    private String r(
            final ActionSigner signer, final int length, final long nonce, final byte[] vault, final long expiresMs) {
        signer.sign(buffer, 0, length, nonce, vault, expiresMs, signature);
        return signature.rHex();
    }

    @Test
    void shouldRefuseToSignWhenKeyIsClosed() {
        final SigningKey key = SigningKey.of(SECRET);
        final ActionSigner signer = new ActionSigner(key, VenueNetwork.MAINNET);
        key.close();

        assertThrows(
                IllegalStateException.class,
                () -> signer.sign(buffer, 0, 10, NONCE, null, ActionSigner.NO_EXPIRY, signature));
        final long[] words = {1, 1, 1, 1};
        final long[] limbs = {1, 1, 1, 1, 1};
        key.words(words);
        key.montgomery(limbs);
        assertArrayEquals(new long[4], words);
        assertArrayEquals(new long[5], limbs);
    }

    @Test
    void shouldShowNoKeyWhenAskedForText() {
        final SigningKey key = SigningKey.of(SECRET);

        assertEquals("key of 0x14791697260e4c9a71f18484c9f997b308e59325", key.toString());
        final byte[] zero = new byte[32];
        final byte[] tooLarge = HexFormat.of().parseHex("ff".repeat(32));
        for (final byte[] bad : new byte[][] {zero, tooLarge, new byte[31]}) {
            final String message = assertThrows(IllegalArgumentException.class, () -> SigningKey.of(bad))
                    .getMessage();
            assertFalse(message.contains("ffff"));
        }
    }

    @Test
    void shouldAllocateNothingOnceWarmWhenBatchIsEncodedSignedAndWrapped() {
        final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        final ActionSigner signer = new ActionSigner(SigningKey.of(SECRET), VenueNetwork.MAINNET);
        final UnsafeBuffer message = new UnsafeBuffer(new byte[PostEnvelope.maxLength(2)]);
        final byte[] vault = new byte[20];
        run(signer, message, vault, 500);

        // What a signature allocates shows in every attempt; what the JVM itself does once shows in one.
        long allocated = Long.MAX_VALUE;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            final long before = threads.getCurrentThreadAllocatedBytes();
            run(signer, message, vault, 300);
            allocated = Math.min(allocated, threads.getCurrentThreadAllocatedBytes() - before);
        }

        assertEquals(0, allocated);
    }

    private void run(final ActionSigner signer, final UnsafeBuffer message, final byte[] vault, final int rounds) {
        for (int i = 0; i < rounds; i++) {
            final int length = ActionMsgpack.encode(batch, buffer, 0);
            signer.sign(buffer, 0, length, NONCE + i, vault, NONCE + 3_000, signature);
            PostEnvelope.encodePost(i, batch, NONCE + i, signature, vault, NONCE + 3_000, message, 0);
        }
    }

    private static ActionBatch twoSided() {
        final ActionBatch batch = new ActionBatch(2);
        batch.beginOrders();
        batch.addOrder(0, true, 84143_00000000L, 1000000L, false, Tif.ALO, 0x0123456789abcdefL, 1);
        batch.addOrder(0, false, 84150_00000000L, 1000000L, false, Tif.ALO, 0x0123456789abcdefL, 2);
        return batch;
    }
}
