package io.halfspread.gateway.sign;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfspread.codec.action.Signature;
import io.halfspread.codec.text.JsonNode;
import io.halfspread.codec.text.StrictJson;
import io.halfspread.gateway.session.VenueNetwork;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

final class UserActionSignerTest {
    private static final String AGENT = "0x14791697260E4c9A71f18484C9f997B308e59325";
    private static final BigInteger SECRET = new BigInteger("1234567890abcdef", 16);

    private final SigningKey key = SigningKey.of(Oracle.bytes(SECRET));
    private final UserActionSigner signer = new UserActionSigner(key, VenueNetwork.TESTNET);
    private final Signature signature = new Signature();

    @Test
    void shouldApproveAnAgentSoThatTheOracleRecoversTheMaster() {
        for (final String name : new String[] {"", "maker", "maker valid_until 1790232236546"}) {
            final String action = signer.approveAgent(AGENT, name, 1790232236546L, signature);

            assertArrayEquals(key.address(), Oracle.recover(digest(name, 1790232236546L), signature));
            final JsonNode json = StrictJson.parse(action, false).root();
            assertEquals("approveAgent", json.member("type").text());
            assertEquals("Testnet", json.member("hyperliquidChain").text());
            assertEquals("0x66eee", json.member("signatureChainId").text());
            assertEquals(
                    "0x14791697260e4c9a71f18484c9f997b308e59325",
                    json.member("agentAddress").text());
            assertEquals(name.isEmpty(), json.member("agentName") == null);
        }
    }

    /** EIP-712 by hand: what the standard says, byte by byte. */
    private static byte[] digest(final String name, final long nonce) {
        final byte[] domain = Keccak256.of(
                keccak("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"),
                keccak("HyperliquidSignTransaction"),
                keccak("1"),
                Oracle.bytes(BigInteger.valueOf(0x66eee)),
                new byte[32]);
        final byte[] structure = Keccak256.of(
                keccak("HyperliquidTransaction:ApproveAgent(string hyperliquidChain,address agentAddress,"
                        + "string agentName,uint64 nonce)"),
                keccak("Testnet"),
                new byte[12],
                HexFormat.of().parseHex(AGENT.substring(2)),
                keccak(name),
                Oracle.bytes(BigInteger.valueOf(nonce)));
        return Keccak256.of(new byte[] {0x19, 1}, domain, structure);
    }

    private static byte[] keccak(final String text) {
        return Keccak256.of(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void shouldSayWhatIsAcceptedWhenAMemberDoesNotFit() {
        final String good = "{\"hyperliquidChain\":\"Testnet\",\"signatureChainId\":\"0x66eee\",\"amount\":\"1\","
                + "\"toPerp\":true,\"nonce\":5}";
        signer.sign(UserActionType.USD_CLASS_TRANSFER, json(good), signature);

        assertTrue(refusal(good.replace("true", "1")).contains("toPerp: 1; accepted: bool"));
        assertTrue(refusal(good.replace("5", "-5")).contains("nonce: -5; accepted: uint64"));
        assertTrue(refusal(good.replace("\"amount\":\"1\",", "")).contains("amount: missing; accepted: string"));
        assertTrue(refusal(good.replace("0x66eee", "x")).contains("signatureChainId"));
        assertTrue(
                assertThrows(IllegalArgumentException.class, () -> signer.approveAgent("0x12", "maker", 1, signature))
                        .getMessage()
                        .contains("agentAddress"));
    }

    private String refusal(final String action) {
        return assertThrows(
                        IllegalArgumentException.class,
                        () -> signer.sign(UserActionType.USD_CLASS_TRANSFER, json(action), signature))
                .getMessage();
    }

    private static JsonNode json(final String text) {
        return StrictJson.parse(text, false).root();
    }
}
