package io.halfspread.sim.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;

/**
 * An action as it came, with its signature; immutable but for the tree, which nobody changes.
 *
 * @param action       the one form of it that is hashed
 * @param nonce        number of the request
 * @param r            first half of the signature
 * @param s            second half of the signature
 * @param v            27 or 28
 * @param vault        account it is for when not the signer's own, lower-case address, or null
 * @param expiresAfter refused later than this, ms since the epoch, or null
 */
public record SignedAction(
        ObjectNode action, long nonce, BigInteger r, BigInteger s, int v, String vault, Long expiresAfter) {
    /**
     * Reads the body of a request.
     *
     * @param body action, nonce, signature, and perhaps vault and expiry
     * @return the action, normalised
     * @throws Unreadable when it does not parse
     */
    public static SignedAction read(final JsonNode body) {
        if (!body.isObject()) {
            throw new Unreadable("invalid type: expected an object");
        }
        final JsonNode signature = body.path("signature");
        return new SignedAction(
                ActionShapes.normal(body.path("action")),
                Shape.UNSIGNED.read(body.path("nonce")).longValue(),
                Hex.word(signature.path("r").asText("")),
                Hex.word(signature.path("s").asText("")),
                Shape.UNSIGNED.read(signature.path("v")).intValue(),
                absent(body.get("vaultAddress"))
                        ? null
                        : Shape.ADDRESS.read(body.get("vaultAddress")).textValue(),
                absent(body.get("expiresAfter"))
                        ? null
                        : Long.valueOf(
                                Shape.UNSIGNED.read(body.get("expiresAfter")).longValue()));
    }

    /**
     * Kind of the action.
     *
     * @return its member {@code type}
     */
    public String type() {
        return action.path("type").textValue();
    }

    /**
     * Whether only the account's own key may sign it.
     *
     * @return false for what agents may do
     */
    public boolean isUserSigned() {
        return UserSignedType.of(type()) != null;
    }

    /** Loads what finds signers out, so that the first action need not wait for it. Any thread. */
    public static void load() {
        SignerRecovery.load();
    }

    /**
     * Who signed it.
     *
     * @param source {@code a} or {@code b}: the network it must be meant for
     * @return lower-case address; null when nobody can have made the signature
     */
    public String signer(final String source) {
        final UserSignedType userSigned = UserSignedType.of(type());
        final byte[] digest = userSigned != null
                ? TypedHash.userSigned(userSigned, action)
                : TypedHash.agent(source, ActionHash.of(action, nonce, vault, expiresAfter));
        return SignerRecovery.address(digest, r, s, v);
    }

    private static boolean absent(final JsonNode node) {
        return node == null || node.isNull();
    }
}
