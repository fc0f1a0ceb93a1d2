package io.halfspread.gateway.sign;

import io.halfspread.codec.action.PostEnvelope;
import io.halfspread.codec.action.Signature;
import io.halfspread.codec.contract.ColdPath;
import io.halfspread.codec.contract.HotPath;
import io.halfspread.gateway.session.VenueNetwork;
import org.agrona.DirectBuffer;

/**
 * Signs actions of the kind the venue calls L1: the hash of MessagePack, nonce, vault and expiry becomes the connection id of an
 * {@code Agent} structure, whose EIP-712 digest is signed. Allocates nothing after construction. For one thread. Source:
 * the venue's public SDKs.
 */
@HotPath
public final class ActionSigner {
    /** Says that an action does not expire. */
    public static final long NO_EXPIRY = PostEnvelope.NO_EXPIRY;

    private static final long[] DOMAIN = TypedData.domain("Exchange", 1337);
    private static final long[] AGENT_TYPE = TypedData.hash("Agent(string source,bytes32 connectionId)");

    private final SigningKey key;
    private final DigestSigner signer;
    private final Keccak256 hash = new Keccak256();
    private final long[] source;
    private final long[] connectionId = new long[Words.WORDS];
    private final long[] digest = new long[Words.WORDS];

    /**
     * Creates a signer.
     *
     * @param key     the key; must stay open as long as the signer is used
     * @param network whose actions are signed: a signature for one network does not count on the other
     */
    public ActionSigner(final SigningKey key, final VenueNetwork network) {
        this(key, network, null);
    }

    /**
     * Creates a signer that takes what was prepared.
     *
     * @param key           the key; must stay open as long as the signer is used
     * @param network       whose actions are signed
     * @param reserveOrNull prepared signatures of the same key; while it is empty, and where there is none, signatures are
     *     deterministic and cost more
     */
    public ActionSigner(final SigningKey key, final VenueNetwork network, final SignatureReserve reserveOrNull) {
        this.key = key;
        signer = new DigestSigner(key, reserveOrNull);
        source = TypedData.hash(network == VenueNetwork.MAINNET ? "a" : "b");
    }

    /**
     * Creates a signer for practice: of a key drawn for it that nobody knows, which takes prepared signatures again and again
     * instead of once. No venue takes what it signs.
     *
     * @return the signer
     */
    @ColdPath("once")
    public static ActionSigner forRehearsal() {
        final SigningKey key = SigningKey.drawn();
        return new ActionSigner(key, VenueNetwork.TESTNET, SignatureReserve.forRehearsal(key));
    }

    /**
     * Signs an action.
     *
     * @param action         its MessagePack
     * @param offset         index of the first byte
     * @param length         bytes
     * @param nonce          milliseconds since the epoch, never used before with this key
     * @param vaultOrNull    20 bytes of the vault or sub-account acted for, null for none
     * @param expiresAfterMs when the action expires, milliseconds since the epoch; {@link #NO_EXPIRY} for never
     * @param out            takes the signature
     * @throws IllegalStateException when the key was closed
     */
    public void sign(
            final DirectBuffer action,
            final int offset,
            final int length,
            final long nonce,
            final byte[] vaultOrNull,
            final long expiresAfterMs,
            final Signature out) {
        hash(action, offset, length, nonce, vaultOrNull, expiresAfterMs);
        signConnectionId(out);
    }

    private void hash(
            final DirectBuffer action,
            final int offset,
            final int length,
            final long nonce,
            final byte[] vaultOrNull,
            final long expiresAfterMs) {
        hash.reset();
        hash.update(action, offset, length);
        hash.update(nonce);
        if (vaultOrNull == null) {
            hash.update((byte) 0);
        } else {
            hash.update((byte) 1);
            hash.update(vaultOrNull);
        }
        if (expiresAfterMs != NO_EXPIRY) {
            hash.update((byte) 0);
            hash.update(expiresAfterMs);
        }
        hash.digest(connectionId);
    }

    /** Signs the agent structure of the connection id. */
    private void signConnectionId(final Signature out) {
        if (!key.isOpen()) {
            refuse();
        }
        hash.reset();
        hash.update(AGENT_TYPE);
        hash.update(source);
        hash.update(connectionId);
        hash.digest(digest);
        hash.reset();
        hash.update((byte) 0x19);
        hash.update((byte) 0x01);
        hash.update(DOMAIN);
        hash.update(digest);
        hash.digest(digest);
        signer.sign(digest, out);
    }

    /** Signs a connection id that came from elsewhere. */
    void signConnectionId(final long[] id, final Signature out) {
        Words.copy(id, connectionId);
        signConnectionId(out);
    }

    /** Hash of an action with all that belongs to it. */
    @ColdPath("for what is signed otherwise")
    String hashOf(final DirectBuffer action, final long nonce, final byte[] vaultOrNull, final long expiresAfterMs) {
        hash(action, 0, action.capacity(), nonce, vaultOrNull, expiresAfterMs);
        return actionHash();
    }

    @ColdPath("a mistake of the program")
    private static void refuse() {
        throw new IllegalStateException("the signing key was closed");
    }

    /**
     * The hash of the last action: its connection id.
     *
     * @return 0x and 64 lower-case digits
     */
    @ColdPath("for people")
    public String actionHash() {
        return TypedData.text(connectionId);
    }
}
