package io.halfspread.gateway.order;

import io.halfspread.codec.action.ActionBatch;
import io.halfspread.codec.action.ActionKind;
import io.halfspread.codec.event.OrderStatus;
import io.halfspread.codec.text.JsonNode;
import io.halfspread.codec.text.StrictJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds out what became of actions whose outcome was lost. First a {@code noop} with the same nonce is posted: whichever of
 * the two comes first at the venue wins, so an accepted noop proves that the action never landed and never will, and a
 * nonce already used says that there is something to look up. Then the venue is asked for each order by our id, and asked
 * again while it does not know it: it shows an order some hundred milliseconds after it took it. Runs on the thread of
 * queries.
 *
 * <p>A nonce already used may have been used by an earlier noop of ours whose answer was lost; looking the order up
 * settles that as well. An action whose expiry is long past counts as one whose nonce is used up. When the venue refuses
 * the noop for its signer, again and again, it refuses the action as well: what it does not know then, it will never know.
 */
final class OutcomeResolver {
    private static final long NS_PER_MS = 1_000_000L;
    private static final long CLOCKS_APART_MS = 10_000;
    private static final String NONCE = "nonce";
    private static final String LIMITED = "Too many ";

    private final StatusQuery status;
    private final ActionPost post;
    private final long patienceNs;

    /** Creates a resolver that believes after a while that an order which stays unknown does not exist. */
    OutcomeResolver(final StatusQuery status, final ActionPost post, final long patienceNs) {
        this.status = status;
        this.post = post;
        this.patienceNs = patienceNs;
    }

    /** When what the venue does not know counts as never having been; as long as an action may still land, never. */
    long finalNs(final Resolution lost) {
        return lost.spent ? lost.spentNs + patienceNs : Long.MAX_VALUE;
    }

    /** Learns what can be learnt now. */
    void attempt(final Resolution lost) {
        if (!lost.spent) {
            useUp(lost);
        }
        for (final LostElement element : lost.elements) {
            if (element.finding == Finding.NOTHING && lost.kind != ActionKind.SCHEDULE_CANCEL) {
                try {
                    lookUp(lost, element);
                } catch (final IOException e) {
                    lost.trouble(e);
                }
            }
        }
    }

    private void useUp(final Resolution lost) {
        if (isExpired(lost)) {
            spend(lost);
            return;
        }
        try {
            final ActionReply reply = post.post(lost.noop);
            final JsonNode root = reply.isAnswer() ? parse(reply.body()) : null;
            final String verdict = text(root, "status");
            if (verdict.equals("ok")) {
                spend(lost);
                lost.elements.forEach(element -> element.finding = Finding.NEVER_LANDED);
            } else if (verdict.equals("err")
                    && text(root, "response").toLowerCase(Locale.ROOT).contains(NONCE)) {
                spend(lost);
            } else if (verdict.equals("err") && !text(root, "response").startsWith(LIMITED)) {
                lost.refused(text(root, "response"));
            } else {
                lost.trouble(new IOException("noop not taken: HTTP " + reply.httpStatus() + " "
                        + new String(reply.body(), StandardCharsets.UTF_8)));
            }
        } catch (final IOException e) {
            lost.trouble(e);
        }
    }

    private static boolean isExpired(final Resolution lost) {
        return lost.expiresAtMs != Long.MIN_VALUE && lost.nowNs / NS_PER_MS - lost.expiresAtMs > CLOCKS_APART_MS;
    }

    private static void spend(final Resolution lost) {
        lost.spent = true;
        lost.spentNs = lost.nowNs;
    }

    private void lookUp(final Resolution lost, final LostElement element) throws IOException {
        final Optional<OrderReport> found = element.oid == ActionBatch.NO_OID
                ? status.orderStatus(element.cloidHigh, element.cloidLow)
                : status.orderStatus(element.oid);
        if (found.isPresent() && found.get().status() != OrderStatus.UNKNOWN) {
            element.target = target(element);
            element.order = found.get();
            element.finding = Finding.ORDER;
        } else if (lost.isFinal(patienceNs)) {
            element.target = target(element);
            element.finding = Finding.UNKNOWN_ORDER;
        }
    }

    private OrderReport target(final LostElement element) throws IOException {
        if (element.targetCloidLow == 0 && element.targetOid == ActionBatch.NO_OID) {
            return null;
        }
        final Optional<OrderReport> found = element.targetOid == ActionBatch.NO_OID
                ? status.orderStatus(element.cloidHigh, element.targetCloidLow)
                : status.orderStatus(element.targetOid);
        return found.orElse(null);
    }

    private static JsonNode parse(final byte[] body) {
        return StrictJson.parse(body, false).root();
    }

    private static String text(final JsonNode object, final String member) {
        final JsonNode value = object == null ? null : object.member(member);
        return value == null ? "" : value.text();
    }
}
