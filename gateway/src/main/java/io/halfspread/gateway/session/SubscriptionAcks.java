package io.halfspread.gateway.session;

import io.halfspread.codec.text.JsonNode;
import io.halfspread.codec.text.StrictJson;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.agrona.DirectBuffer;

/** Which subscriptions of a connection the venue has acknowledged. Runs a few times per connection. */
final class SubscriptionAcks {
    private static final String ALREADY = "Already subscribed: ";

    private final List<Subscription> subscriptions;
    private final boolean[] acknowledged;

    SubscriptionAcks(final List<Subscription> subscriptions) {
        this.subscriptions = subscriptions;
        acknowledged = new boolean[subscriptions.size()];
    }

    void restart() {
        Arrays.fill(acknowledged, false);
    }

    /** Reads a frame of channel subscriptionResponse; false when it is of no subscription of ours. */
    boolean onResponse(final DirectBuffer buffer, final int offset, final int length) {
        final byte[] bytes = new byte[length];
        buffer.getBytes(offset, bytes);
        final JsonNode root = StrictJson.parse(bytes, false).root();
        final JsonNode data = root == null ? null : root.member("data");
        return data != null && mark(data.member("subscription"));
    }

    /** Reads a text of channel error: an old subscription that still stands is as good as an acknowledged one. */
    boolean onError(final String text) {
        return text.startsWith(ALREADY)
                && mark(StrictJson.parse(text.substring(ALREADY.length()), false)
                        .root());
    }

    boolean complete() {
        for (final boolean one : acknowledged) {
            if (!one) {
                return false;
            }
        }
        return true;
    }

    String missing() {
        return IntStream.range(0, acknowledged.length)
                .filter(i -> !acknowledged[i])
                .mapToObj(i -> subscriptions.get(i).toString())
                .collect(Collectors.joining(", "));
    }

    private boolean mark(final JsonNode echo) {
        for (int i = 0; echo != null && i < acknowledged.length; i++) {
            if (subscriptions.get(i).isEchoedBy(echo)) {
                acknowledged[i] = true;
                return true;
            }
        }
        return false;
    }
}
