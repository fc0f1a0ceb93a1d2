package io.halfspread.codec.action;

import io.halfspread.codec.contract.ColdPath;
import io.halfspread.codec.contract.HotPath;
import java.nio.charset.StandardCharsets;
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

    private static final byte[] POST = bytes("{\"method\":\"post\",\"id\":");
    private static final byte[] PAYLOAD = bytes(",\"request\":{\"type\":\"action\",\"payload\":");
    private static final byte[] ACTION = bytes("{\"action\":");
    private static final byte[] NONCE = bytes(",\"nonce\":");
    private static final byte[] R = bytes(",\"signature\":{\"r\":\"");
    private static final byte[] S = bytes("\",\"s\":\"");
    private static final byte[] V = bytes("\",\"v\":");
    private static final byte[] VAULT = bytes("},\"vaultAddress\":");
    private static final byte[] EXPIRES = bytes(",\"expiresAfter\":");
    private static final byte[] NULL = bytes("null");
    private static final byte[] END_OF_POST = bytes("}}");

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
        int at = put(POST, buffer, index);
        at += buffer.putLongAscii(at, id);
        at = put(PAYLOAD, buffer, at);
        at += encodeExchange(batch, nonce, signature, vaultOrNull, expiresAfterMs, buffer, at);
        return put(END_OF_POST, buffer, at) - index;
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
        int at = put(ACTION, buffer, index);
        at += ActionJson.encode(batch, buffer, at);
        at = put(NONCE, buffer, at);
        at += buffer.putLongAscii(at, nonce);
        at = put(R, buffer, at);
        signature.putRHex(buffer, at);
        at = put(S, buffer, at + Signature.HEX_LENGTH);
        signature.putSHex(buffer, at);
        at = put(V, buffer, at + Signature.HEX_LENGTH);
        at += buffer.putIntAscii(at, signature.v());
        at = vault(vaultOrNull, buffer, put(VAULT, buffer, at));
        at = put(EXPIRES, buffer, at);
        if (expiresAfterMs == NO_EXPIRY) {
            at = put(NULL, buffer, at);
        } else {
            at += buffer.putLongAscii(at, expiresAfterMs);
        }
        buffer.putByte(at, (byte) '}');
        return at + 1 - index;
    }

    private static int vault(final byte[] vaultOrNull, final MutableDirectBuffer buffer, final int index) {
        if (vaultOrNull == null) {
            return put(NULL, buffer, index);
        }
        buffer.putByte(index, (byte) '"');
        final int at = HexText.putBytes(vaultOrNull, buffer, HexText.putPrefix(buffer, index + 1));
        buffer.putByte(at, (byte) '"');
        return at + 1;
    }

    private static int put(final byte[] part, final MutableDirectBuffer buffer, final int index) {
        buffer.putBytes(index, part);
        return index + part.length;
    }

    @ColdPath("at class loading")
    private static byte[] bytes(final String ascii) {
        return ascii.getBytes(StandardCharsets.US_ASCII);
    }
}
