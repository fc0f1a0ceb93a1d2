package io.halfspread.app.explain;

import io.halfspread.codec.event.ActionResponseDecoder;
import io.halfspread.codec.event.CancelOrderDecoder;
import io.halfspread.codec.event.MessageHeaderDecoder;
import io.halfspread.codec.event.ModifyOrderDecoder;
import io.halfspread.codec.event.OrderUpdateDecoder;
import io.halfspread.codec.event.PlaceOrderDecoder;
import io.halfspread.engine.capture.CaptureReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The life of one order in a capture: the command that made it, the event that caused that, and what followed.
 *
 * @param cause input whose decision made the order, -1 when the capture holds no such order
 * @param chain every message that names the order, in recorded order
 */
public record OrderTrace(long cause, List<Map<String, Object>> chain) {
    /**
     * Follows an order.
     *
     * @param records cursor before the first record
     * @param cloid   order id: 0x and 32 hex digits
     * @return its trace
     */
    public static OrderTrace of(final CaptureReader records, final String cloid) {
        final DumpedMessage dump = new DumpedMessage();
        final MessageHeaderDecoder header = new MessageHeaderDecoder();
        final List<Map<String, Object>> chain = new ArrayList<>();
        final String low = cloid.substring(cloid.length() - 16);
        long cause = -1;
        long input = -1;
        while (records.next()) {
            input = records.isInput() ? records.sequence() : input;
            final int templateId =
                    header.wrap(records.buffer(), records.offset()).templateId();
            if (!mayName(templateId)) {
                continue;
            }
            final Map<String, Object> message = dump.of(records);
            final boolean made = cloid.equals(message.get("cloid"));
            if (made || low.equals(message.get("targetCloidLow"))) {
                chain.add(message);
                if (made
                        && (templateId == PlaceOrderDecoder.TEMPLATE_ID
                                || templateId == ModifyOrderDecoder.TEMPLATE_ID)) {
                    cause = input;
                }
            }
        }
        return new OrderTrace(cause, chain);
    }

    private static boolean mayName(final int templateId) {
        return templateId >= OrderUpdateDecoder.TEMPLATE_ID && templateId <= ActionResponseDecoder.TEMPLATE_ID
                || templateId >= PlaceOrderDecoder.TEMPLATE_ID && templateId <= CancelOrderDecoder.TEMPLATE_ID;
    }
}
