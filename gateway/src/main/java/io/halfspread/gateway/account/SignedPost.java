package io.halfspread.gateway.account;

import io.halfspread.codec.action.ActionBatch;
import io.halfspread.codec.action.ActionMsgpack;
import io.halfspread.codec.action.PostEnvelope;
import io.halfspread.codec.action.Signature;
import io.halfspread.gateway.rest.ExchangeClient;
import io.halfspread.gateway.rest.VenueQueryException;
import io.halfspread.gateway.sign.ActionSigner;
import io.halfspread.gateway.sign.Nonces;
import org.agrona.ExpandableArrayBuffer;

/** Signs actions and posts them over HTTP, one at a time. For one cold thread. */
final class SignedPost {
    private final ExchangeClient exchange;
    private final ActionSigner signer;
    private final Nonces nonces;
    private final Signature signature = new Signature();
    private final ExpandableArrayBuffer buffer = new ExpandableArrayBuffer();

    SignedPost(final ExchangeClient exchange, final ActionSigner signer, final Nonces nonces) {
        this.exchange = exchange;
        this.signer = signer;
        this.nonces = nonces;
    }

    /** Posts once; whether an action without an answer was executed, only a query can tell. */
    ActionOutcome post(final ActionBatch batch) throws VenueQueryException {
        final long nonce = nonces.next();
        buffer.checkLimit(ActionMsgpack.maxLength(batch.size()));
        final int length = ActionMsgpack.encode(batch, buffer, 0);
        signer.sign(buffer, 0, length, nonce, null, ActionSigner.NO_EXPIRY, signature);
        buffer.checkLimit(PostEnvelope.maxLength(batch.size()));
        final int bodyLength =
                PostEnvelope.encodeExchange(batch, nonce, signature, null, PostEnvelope.NO_EXPIRY, buffer, 0);
        final byte[] body = new byte[bodyLength];
        buffer.getBytes(0, body);
        return ActionOutcome.of(exchange.post(body));
    }
}
