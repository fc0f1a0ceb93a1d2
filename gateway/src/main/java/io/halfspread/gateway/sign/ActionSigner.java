package io.halfspread.gateway.sign;

import io.halfspread.codec.action.Signature;
import io.halfspread.gateway.session.VenueNetwork;
import org.agrona.DirectBuffer;

/** Signs actions for the venue. Allocates nothing after construction. For one thread. */
public final class ActionSigner {
    /** Says that an action does not expire. */
    public static final long NO_EXPIRY = Long.MIN_VALUE;

    /**
     * Creates a signer.
     *
     * @param key     the key; must stay open as long as the signer is used
     * @param network whose actions are signed: a signature for one network does not count on the other
     */
    public ActionSigner(final SigningKey key, final VenueNetwork network) {
        throw new UnsupportedOperationException("not yet " + key + network);
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
     */
    public void sign(
            final DirectBuffer action,
            final int offset,
            final int length,
            final long nonce,
            final byte[] vaultOrNull,
            final long expiresAfterMs,
            final Signature out) {
        throw new UnsupportedOperationException("not yet");
    }
}
