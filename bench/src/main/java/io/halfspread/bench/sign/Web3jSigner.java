package io.halfspread.bench.sign;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.web3j.crypto.ECKeyPair;
import org.web3j.crypto.Hash;
import org.web3j.crypto.Sign;

/**
 * Signs actions of the venue by web3j, as Java programs commonly do: keccak of the encoded action, its typed-data digest, and
 * a signature that carries the recovery value. What does not change from action to action is hashed once.
 */
public final class Web3jSigner {
    private static final int TESTNET_CHAIN_ID = 1337;
    private static final int WORD = 32;

    private final ECKeyPair key;
    private final byte[] domain;
    private final byte[] agentType = hash("Agent(string source,bytes32 connectionId)");
    private final byte[] source;

    /**
     * Creates a signer.
     *
     * @param secret  private key, 32 bytes
     * @param mainnet which of the venue's networks the signature is for
     */
    public Web3jSigner(final byte[] secret, final boolean mainnet) {
        key = ECKeyPair.create(new BigInteger(1, secret));
        domain = Hash.sha3(join(
                hash("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"),
                hash("Exchange"),
                hash("1"),
                ByteBuffer.allocate(WORD)
                        .putLong(WORD - Long.BYTES, TESTNET_CHAIN_ID)
                        .array(),
                new byte[WORD]));
        source = hash(mainnet ? "a" : "b");
    }

    /**
     * Signs an action without vault and expiry.
     *
     * @param action the action in MessagePack
     * @param nonce  its nonce
     * @return the signature
     */
    public Sign.SignatureData sign(final byte[] action, final long nonce) {
        final byte[] id = Hash.sha3(
                join(action, ByteBuffer.allocate(Long.BYTES + 1).putLong(nonce).array()));
        final byte[] agent = Hash.sha3(join(agentType, source, id));
        return Sign.signMessage(Hash.sha3(join(new byte[] {0x19, 1}, domain, agent)), key, false);
    }

    private static byte[] hash(final String text) {
        return Hash.sha3(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] join(final byte[]... parts) {
        int length = 0;
        for (final byte[] part : parts) {
            length += part.length;
        }
        final ByteBuffer joined = ByteBuffer.allocate(length);
        for (final byte[] part : parts) {
            joined.put(part);
        }
        return joined.array();
    }
}
