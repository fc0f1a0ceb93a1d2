package io.halfspread.codec.action;

import io.halfspread.codec.contract.HotPath;
import org.agrona.MutableDirectBuffer;

/**
 * Writes what carries a signed action to the venue: the WebSocket message of a {@code post}, or the body of
 * {@code POST /exchange}. Stateless and without allocation.
 */
@HotPath
public final class PostEnvelope {
    /** Says that an action does not expire. */
    public static final long NO_EXPIRY = Long.MIN_VALUE;

    private static final int FRAME_LENGTH = 512;

    private static final Literal POST = Literal.of("{\"method\":\"post\",\"id\":");
    private static final Literal PAYLOAD = Literal.of(",\"request\":{\"type\":\"action\",\"payload\":");
    private static final Literal ACTION = Literal.of("{\"action\":");
    private static final Literal NONCE = Literal.of(",\"nonce\":");
    private static final Literal R = Literal.of(",\"signature\":{\"r\":\"");
    private static final Literal S = Literal.of("\",\"s\":\"");
    private static final Literal V = Literal.of("\",\"v\":");
    private static final Literal VAULT = Literal.of("},\"vaultAddress\":");
    private static final Literal EXPIRES = Literal.of(",\"expiresAfter\":");
    private static final Literal NULL = Literal.of("null");
    private static final Literal END_OF_POST = Literal.of("}}");

    private PostEnvelope() {}

    /**
     * Room that a message needs.
     *
     * @param elements number of elements of the action
     * @return bytes that are enough
     */
    public static int maxLength(final int elements) {
        return FRAME_LENGTH + ActionJson.maxLength(elements);
    }

    /**
     * Writes the whole text message of a request over the WebSocket.
     *
     * @param id             not negative, unique among the requests without a reply; the reply has it too
     * @param batch          the action that was signed
     * @param nonce          its nonce, milliseconds since the epoch
     * @param signature      its signature
     * @param vaultOrNull    20 bytes of the vault or sub-account acted for, as signed; null for none
     * @param expiresAfterMs when the action expires, as signed; {@link #NO_EXPIRY} for never
     * @param buffer         takes it, at most {@link #maxLength(int)} of the action's size
     * @param index          where it begins
     * @return bytes written
     */
    public static int encodePost(
            final long id,
            final ActionBatch batch,
            final long nonce,
            final Signature signature,
            final byte[] vaultOrNull,
            final long expiresAfterMs,
            final MutableDirectBuffer buffer,
            final int index) {
        int at = POST.put(buffer, index);
        at += buffer.putLongAscii(at, id);
        at = PAYLOAD.put(buffer, at);
        at += encodeExchange(batch, nonce, signature, vaultOrNull, expiresAfterMs, buffer, at);
        return END_OF_POST.put(buffer, at) - index;
    }

    /**
     * Writes the body of a request over HTTP.
     *
     * @param batch          the action that was signed
     * @param nonce          its nonce, milliseconds since the epoch
     * @param signature      its signature
     * @param vaultOrNull    20 bytes of the vault or sub-account acted for, as signed; null for none
     * @param expiresAfterMs when the action expires, as signed; {@link #NO_EXPIRY} for never
     * @param buffer         takes it, at most {@link #maxLength(int)} of the action's size
     * @param index          where it begins
     * @return bytes written
     */
    public static int encodeExchange(
            final ActionBatch batch,
            final long nonce,
            final Signature signature,
            final byte[] vaultOrNull,
            final long expiresAfterMs,
            final MutableDirectBuffer buffer,
            final int index) {
        int at = ACTION.put(buffer, index);
        at += ActionJson.encode(batch, buffer, at);
        at = NONCE.put(buffer, at);
        at += buffer.putLongAscii(at, nonce);
        at = R.put(buffer, at);
        signature.putRHex(buffer, at);
        at = S.put(buffer, at + Signature.HEX_LENGTH);
        signature.putSHex(buffer, at);
        at = V.put(buffer, at + Signature.HEX_LENGTH);
        at += buffer.putIntAscii(at, signature.v());
        at = vault(vaultOrNull, buffer, VAULT.put(buffer, at));
        at = EXPIRES.put(buffer, at);
        if (expiresAfterMs == NO_EXPIRY) {
            at = NULL.put(buffer, at);
        } else {
            at += buffer.putLongAscii(at, expiresAfterMs);
        }
        buffer.putByte(at, (byte) '}');
        return at + 1 - index;
    }

    private static int vault(final byte[] vaultOrNull, final MutableDirectBuffer buffer, final int index) {
        if (vaultOrNull == null) {
            return NULL.put(buffer, index);
        }
        buffer.putByte(index, (byte) '"');
        final int at = HexText.putBytes(vaultOrNull, buffer, HexText.putPrefix(buffer, index + 1));
        buffer.putByte(at, (byte) '"');
        return at + 1;
    }
}
