package io.halfspread.codec.hyperliquid;

import io.halfspread.codec.contract.HotPath;
import io.halfspread.codec.event.OrderStatus;
import io.halfspread.codec.json.JsonCursor;
import io.halfspread.codec.json.NameTable;
import org.agrona.DirectBuffer;

/**
 * The venue's status names to families. The venue's list grows: any other name that ends in Canceled or Rejected is of
 * that family, and what is left is unknown and must be queried.
 */
@HotPath
final class OrderStatusNames {
    private final NameTable names = new NameTable();
    private final OrderStatus[] families = OrderStatus.values();
    private final NameTable endings = new NameTable();

    OrderStatusNames() {
        names.add("open", index(OrderStatus.OPEN));
        names.add("filled", index(OrderStatus.FILLED));
        names.add("triggered", index(OrderStatus.TRIGGERED));
        names.add("canceled", index(OrderStatus.CANCELED));
        names.add("scheduledCancel", index(OrderStatus.CANCELED_BY_VENUE));
        names.add("internalCancel", index(OrderStatus.CANCELED_BY_VENUE));
        names.add("badAloPxRejected", index(OrderStatus.REJECTED_POST_ONLY));
        names.add("rejected", index(OrderStatus.REJECTED));
        endings.add("Canceled", index(OrderStatus.CANCELED_BY_VENUE));
        endings.add("Rejected", index(OrderStatus.REJECTED));
    }

    /** Family of the string the cursor read last. */
    OrderStatus family(final JsonCursor cursor) {
        return family(cursor.textBuffer(), cursor.textOffset(), cursor.textLength());
    }

    /** Family of a name. */
    OrderStatus family(final DirectBuffer text, final int offset, final int length) {
        int family = names.find(text, offset, length);
        if (family == NameTable.UNKNOWN && length > 8) {
            family = endings.find(text, offset + length - 8, 8);
        }
        return family == NameTable.UNKNOWN ? OrderStatus.UNKNOWN : families[family];
    }

    /** Whether the venue's text adds something to the family. */
    static boolean needsReason(final OrderStatus family) {
        return family == OrderStatus.CANCELED_BY_VENUE
                || family == OrderStatus.REJECTED
                || family == OrderStatus.UNKNOWN;
    }

    private int index(final OrderStatus family) {
        for (int i = 0; i < families.length; i++) {
            if (families[i] == family) {
                return i;
            }
        }
        return NameTable.UNKNOWN;
    }
}
