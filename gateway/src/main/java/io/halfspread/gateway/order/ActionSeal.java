package io.halfspread.gateway.order;

import io.halfspread.codec.action.ActionBatch;
import io.halfspread.codec.action.ActionKind;
import io.halfspread.codec.action.ActionMsgpack;
import io.halfspread.codec.action.PostEnvelope;
import io.halfspread.codec.action.Signature;
import io.halfspread.codec.contract.ColdPath;
import io.halfspread.codec.contract.HotPath;
import io.halfspread.gateway.sign.ActionSigner;
import io.halfspread.gateway.sign.Nonces;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** Gives an action its nonce, signs it and writes the message that carries it. Egress thread only. */
@HotPath
final class ActionSeal {
    private static final long NS_PER_MS = 1_000_000L;

    private final UnsafeBuffer packed = new UnsafeBuffer(new byte[ActionMsgpack.maxLength(SentAction.MOST_ELEMENTS)]);
    private final UnsafeBuffer message = new UnsafeBuffer(new byte[PostEnvelope.maxLength(SentAction.MOST_ELEMENTS)]);
    private final Signature signature = new Signature();
    private final ActionBatch noop = new ActionBatch(1);
    private final ActionSigner signer;
    private final Nonces nonces;
    private final byte[] vault;
    private final long expiresAfterMs;

    ActionSeal(final ActionSigner signer, final Nonces nonces, final EgressSettings settings) {
        this.signer = signer;
        this.nonces = nonces;
        vault = settings.vaultAddress();
        expiresAfterMs = settings.expiresAfterMs();
        noop.noop();
    }

    /** Seals an action under a fresh nonce as a message of the socket; returns its length. */
    int sealPost(final SentAction action, final long nowNs) {
        sign(action, nowNs);
        return PostEnvelope.encodePost(
                action.id, action.batch, action.nonce, signature, vault, action.expiresAtMs, message, 0);
    }

    /** Seals an action under a fresh nonce as a body for HTTP. */
    @ColdPath("when the socket is down")
    byte[] sealExchange(final SentAction action, final long nowNs) {
        sign(action, nowNs);
        return body(PostEnvelope.encodeExchange(
                action.batch, action.nonce, signature, vault, action.expiresAtMs, message, 0));
    }

    /** The body of a noop that uses up a nonce: whatever else was signed with it can then never be executed. */
    @ColdPath("when an outcome was lost")
    byte[] sealNoop(final long nonce) {
        final int length = ActionMsgpack.encode(noop, packed, 0);
        signer.sign(packed, 0, length, nonce, vault, ActionSigner.NO_EXPIRY, signature);
        return body(PostEnvelope.encodeExchange(noop, nonce, signature, vault, PostEnvelope.NO_EXPIRY, message, 0));
    }

    /** Holds the message sealed last from index 0. */
    DirectBuffer message() {
        return message;
    }

    private void sign(final SentAction action, final long nowNs) {
        final ActionKind kind = action.batch.kind();
        final boolean places = kind == ActionKind.ORDER || kind == ActionKind.BATCH_MODIFY;
        action.nonce = nonces.next();
        action.expiresAtMs = places && expiresAfterMs > 0 ? nowNs / NS_PER_MS + expiresAfterMs : ActionSigner.NO_EXPIRY;
        final int length = ActionMsgpack.encode(action.batch, packed, 0);
        signer.sign(packed, 0, length, action.nonce, vault, action.expiresAtMs, signature);
    }

    @ColdPath("for HTTP")
    private byte[] body(final int length) {
        final byte[] body = new byte[length];
        message.getBytes(0, body);
        return body;
    }
}
