package io.halfspread.gateway.sign;

import io.halfspread.codec.action.Signature;
import io.halfspread.codec.msgpack.JsonMsgpack;
import io.halfspread.codec.text.JsonNode;
import io.halfspread.codec.text.JsonOutput;
import io.halfspread.codec.text.StrictJson;
import io.halfspread.gateway.session.VenueNetwork;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Signs what the venue wants signed member by member, and multi-signatures. Cold; for one thread. Source: the venue's public
 * SDKs.
 */
public final class UserActionSigner {
    private static final String DOMAIN = "HyperliquidSignTransaction";
    private static final String CHAIN_ID = "signatureChainId";
    private static final String USUAL_CHAIN_ID = "0x66eee";

    private final DigestSigner signer;
    private final ActionSigner actions;
    private final VenueNetwork network;

    /**
     * Creates a signer.
     *
     * @param key     the master's key; must stay open
     * @param network the network acted on
     */
    public UserActionSigner(final SigningKey key, final VenueNetwork network) {
        signer = new DigestSigner(key, null);
        actions = new ActionSigner(key, network);
        this.network = network;
    }

    /**
     * Signs an action.
     *
     * @param type   what it is
     * @param action its members; {@code signatureChainId} names the chain of the signing domain
     * @param out    takes the signature
     * @throws IllegalArgumentException when a member is missing or does not fit its type
     */
    public void sign(final UserActionType type, final JsonNode action, final Signature out) {
        sign(type.structure(), action, out);
    }

    /** Signs members of a structure. */
    void sign(final TypedData structure, final JsonNode action, final Signature out) {
        signer.sign(structure.digest(DOMAIN, chainId(action), action), out);
    }

    /**
     * Makes and signs the action that lets another key trade.
     *
     * @param agentAddress address of that key, 0x and 40 digits
     * @param agentName    up to 16 characters; empty for the one agent without a name
     * @param nonce        milliseconds since the epoch
     * @param out          takes the signature
     * @return the action as JSON, to be posted with the same nonce
     * @throws IllegalArgumentException when the address is none
     */
    public String approveAgent(
            final String agentAddress, final String agentName, final long nonce, final Signature out) {
        final Map<String, Object> members = new LinkedHashMap<>();
        members.put("type", UserActionType.APPROVE_AGENT.actionType());
        members.put(CHAIN_ID, USUAL_CHAIN_ID);
        members.put("hyperliquidChain", chainName());
        members.put("agentAddress", agentAddress.toLowerCase(Locale.ROOT));
        members.put("agentName", agentName);
        members.put("nonce", nonce);
        sign(UserActionType.APPROVE_AGENT, parse(members), out);
        if (agentName.isEmpty()) {
            members.remove("agentName");
        }
        return JsonOutput.of(members);
    }

    /**
     * Signs an L1 action as one of the signers of a multi-signature.
     *
     * @param multiSigUser   account acted for, 0x and 40 digits
     * @param outerSigner    who will send it, 0x and 40 digits
     * @param action         the action
     * @param nonce          milliseconds since the epoch
     * @param vaultOrNull    20 bytes, null for none
     * @param expiresAfterMs milliseconds since the epoch, {@link ActionSigner#NO_EXPIRY} for never
     * @param out            takes the signature
     */
    public void signForMultiSig(
            final String multiSigUser,
            final String outerSigner,
            final JsonNode action,
            final long nonce,
            final byte[] vaultOrNull,
            final long expiresAfterMs,
            final Signature out) {
        final byte[] packed = JsonMsgpack.encode(action);
        final byte[] user = JsonMsgpack.encode(text(multiSigUser));
        final byte[] sender = JsonMsgpack.encode(text(outerSigner));
        final UnsafeBuffer whole = new UnsafeBuffer(new byte[1 + user.length + sender.length + packed.length]);
        whole.putByte(0, (byte) 0x93);
        whole.putBytes(1, user);
        whole.putBytes(1 + user.length, sender);
        whole.putBytes(1 + user.length + sender.length, packed);
        actions.sign(whole, 0, whole.capacity(), nonce, vaultOrNull, expiresAfterMs, out);
    }

    /**
     * Signs a user-signed action as one of the signers of a multi-signature.
     *
     * @param multiSigUser account acted for, 0x and 40 digits
     * @param outerSigner  who will send it, 0x and 40 digits
     * @param type         what it is
     * @param action       its members
     * @param out          takes the signature
     * @throws IllegalArgumentException when a member is missing or does not fit its type
     */
    public void signForMultiSig(
            final String multiSigUser,
            final String outerSigner,
            final UserActionType type,
            final JsonNode action,
            final Signature out) {
        final TypedData structure = type.multiSigStructure();
        final Map<String, Object> members = new LinkedHashMap<>();
        for (final TypedField field : structure.fields()) {
            final JsonNode value = action.member(field.name());
            if (value != null) {
                members.put(field.name(), plain(value));
            }
        }
        members.put(CHAIN_ID, action.member(CHAIN_ID).text());
        members.put("payloadMultiSigUser", multiSigUser.toLowerCase(Locale.ROOT));
        members.put("outerSigner", outerSigner.toLowerCase(Locale.ROOT));
        sign(structure, parse(members), out);
    }

    /**
     * Signs a multi-signature as the one who sends it.
     *
     * @param wrapper        the action of type multiSig with the signatures in it
     * @param nonce          milliseconds since the epoch
     * @param vaultOrNull    20 bytes, null for none
     * @param expiresAfterMs milliseconds since the epoch, {@link ActionSigner#NO_EXPIRY} for never
     * @param out            takes the signature
     */
    public void signMultiSig(
            final JsonNode wrapper,
            final long nonce,
            final byte[] vaultOrNull,
            final long expiresAfterMs,
            final Signature out) {
        final UnsafeBuffer packed = new UnsafeBuffer(JsonMsgpack.encodeWithout(wrapper, "type"));
        final Map<String, Object> members = new LinkedHashMap<>();
        members.put("hyperliquidChain", chainName());
        members.put("multiSigActionHash", actions.hashOf(packed, nonce, vaultOrNull, expiresAfterMs));
        members.put("nonce", nonce);
        members.put(CHAIN_ID, wrapper.member(CHAIN_ID).text());
        sign(UserActionType.SEND_MULTI_SIG, parse(members), out);
    }

    private String chainName() {
        return network == VenueNetwork.MAINNET ? "Mainnet" : "Testnet";
    }

    private static long chainId(final JsonNode action) {
        final JsonNode chain = action.member(CHAIN_ID);
        try {
            return Long.decode(chain == null ? "" : chain.text());
        } catch (final NumberFormatException e) {
            throw new IllegalArgumentException(CHAIN_ID + ": missing or no number; accepted: a text such as 0x66eee");
        }
    }

    private static Object plain(final JsonNode value) {
        return switch (value.kind()) {
            case TRUE -> true;
            case FALSE -> false;
            case NUMBER -> Long.parseUnsignedLong(value.text());
            default -> value.text();
        };
    }

    private static JsonNode text(final String address) {
        return StrictJson.parse(JsonOutput.quoted(address.toLowerCase(Locale.ROOT)), false)
                .root();
    }

    private static JsonNode parse(final Map<String, Object> members) {
        return StrictJson.parse(JsonOutput.of(members), false).root();
    }
}
