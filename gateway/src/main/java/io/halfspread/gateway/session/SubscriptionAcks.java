package io.halfspread.gateway.session;

import io.halfspread.codec.text.JsonNode;
import io.halfspread.codec.text.StrictJson;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.agrona.DirectBuffer;

/**
 * Which subscriptions of a connection the venue has acknowledged, and which of those that can be done without are given up.
 * What the venue refused or never acknowledged is asked for on later connections too, but not waited for. Runs a few times per
 * connection.
 */
final class SubscriptionAcks {
    private static final String ALREADY = "Already subscribed: ";

    private final List<Subscription> subscriptions;
    private final boolean[] acknowledged;
    private final boolean[] waived;
    private final boolean[] withheld;
    private final boolean[] doubted;

    SubscriptionAcks(final List<Subscription> subscriptions) {
        this.subscriptions = subscriptions;
        acknowledged = new boolean[subscriptions.size()];
        waived = new boolean[subscriptions.size()];
        withheld = new boolean[subscriptions.size()];
        doubted = new boolean[subscriptions.size()];
    }

    void restart() {
        System.arraycopy(doubted, 0, acknowledged, 0, doubted.length);
        System.arraycopy(doubted, 0, waived, 0, doubted.length);
        Arrays.fill(withheld, false);
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

    /** Gives up on what is missing when all of it can be done without; else nothing is given up. */
    boolean waive() {
        if (!hasNeeded()) {
            return false;
        }
        for (int i = 0; i < acknowledged.length; i++) {
            if (!acknowledged[i]) {
                waive(i);
                doubted[i] = true;
            }
        }
        return true;
    }

    /** Whether only such are missing as can be done without. */
    boolean hasNeeded() {
        for (int i = 0; i < acknowledged.length; i++) {
            if (!acknowledged[i] && subscriptions.get(i).stream().isNeeded()) {
                return false;
            }
        }
        return true;
    }

    /** Gives up on the one that the venue's text refuses, when it can be done without. */
    boolean waiveNamedIn(final String text) {
        for (int i = 0; i < acknowledged.length; i++) {
            final Subscription subscription = subscriptions.get(i);
            if (!acknowledged[i] && !subscription.stream().isNeeded() && subscription.isNamedIn(text)) {
                waive(i);
                doubted[i] = true;
                return true;
            }
        }
        return false;
    }

    /** Whether the text refuses again what was given up before. */
    boolean isDoubted(final String text) {
        for (int i = 0; i < doubted.length; i++) {
            if (doubted[i] && subscriptions.get(i).isNamedIn(text)) {
                return true;
            }
        }
        return false;
    }

    /** Does not even ask, on this connection, for what can be done without. */
    void withholdOptional() {
        for (int i = 0; i < acknowledged.length; i++) {
            if (!subscriptions.get(i).stream().isNeeded()) {
                waive(i);
                withheld[i] = true;
            }
        }
    }

    boolean isWaived(final int index) {
        return waived[index];
    }

    boolean isWithheld(final int index) {
        return withheld[index];
    }

    /** Whether some can be done without, but not all. */
    boolean isMixed() {
        final long needed = subscriptions.stream()
                .filter(subscription -> subscription.stream().isNeeded())
                .count();
        return needed > 0 && needed < acknowledged.length;
    }

    private void waive(final int index) {
        acknowledged[index] = true;
        waived[index] = true;
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
                waived[i] = false;
                doubted[i] = false;
                return true;
            }
        }
        return false;
    }
}
