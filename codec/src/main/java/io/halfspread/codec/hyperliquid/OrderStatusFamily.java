package io.halfspread.codec.hyperliquid;

import io.halfspread.codec.event.OrderStatus;
import java.nio.charset.StandardCharsets;
import org.agrona.concurrent.UnsafeBuffer;

/** Families of the venue's order statuses for answers read on cold threads; the same families as of its frames. */
public final class OrderStatusFamily {
    private OrderStatusFamily() {}

    /**
     * Family of a status.
     *
     * @param name the venue's name, for instance {@code marginCanceled}
     * @return its family, {@link OrderStatus#UNKNOWN} when there is none
     */
    public static OrderStatus of(final String name) {
        final byte[] text = name.getBytes(StandardCharsets.UTF_8);
        return new OrderStatusNames().family(new UnsafeBuffer(text), 0, text.length);
    }
}
