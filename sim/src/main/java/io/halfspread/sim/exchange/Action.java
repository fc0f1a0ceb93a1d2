package io.halfspread.sim.exchange;

import java.util.List;

/** What an account may ask the venue to do; immutable. */
public sealed interface Action {
    /**
     * New orders, handled one after the other.
     *
     * @param orders at least one
     */
    record Order(List<OrderRequest> orders) implements Action {
        /** Keeps a copy of the list. */
        public Order {
            orders = List.copyOf(orders);
        }
    }

    /**
     * Cancels by order id.
     *
     * @param cancels at least one
     */
    record Cancel(List<OidCancel> cancels) implements Action {
        /** Keeps a copy of the list. */
        public Cancel {
            cancels = List.copyOf(cancels);
        }
    }

    /**
     * One order to cancel.
     *
     * @param asset index of the instrument
     * @param oid   venue order id
     */
    record OidCancel(int asset, long oid) {}

    /**
     * Cancels by client order id.
     *
     * @param cancels at least one
     */
    record CancelByCloid(List<CloidCancel> cancels) implements Action {
        /** Keeps a copy of the list. */
        public CancelByCloid {
            cancels = List.copyOf(cancels);
        }
    }

    /**
     * One order to cancel.
     *
     * @param asset index of the instrument
     * @param cloid client order id
     */
    record CloidCancel(int asset, String cloid) {}

    /**
     * Replacements: each cancels an order and places another with a new order id. The wire's {@code modify} is one of
     * one element.
     *
     * @param modifies    at least one
     * @param alwaysPlace whether a replacement is placed, whatever its kind, even when there was nothing to cancel;
     *                    otherwise it must be ALO or GTC, which then counts as ALO
     */
    record Modify(List<Replacement> modifies, boolean alwaysPlace) implements Action {
        /** Keeps a copy of the list. */
        public Modify {
            modifies = List.copyOf(modifies);
        }
    }

    /**
     * One order to replace.
     *
     * @param oid   venue order id of the old order; not read when {@code cloid} is given
     * @param cloid client order id of the old order, or null
     * @param order the new one, with its full size; without a cloid it takes that of the old order
     */
    record Replacement(long oid, String cloid, OrderRequest order) {}

    /**
     * Sets or clears the dead man's switch.
     *
     * @param timeMs when all open orders go, ms since the epoch, or {@link #NEVER}
     */
    record ScheduleCancel(long timeMs) implements Action {
        /** Clears the switch. */
        public static final long NEVER = Long.MAX_VALUE;
    }

    /**
     * Sets the leverage of one instrument.
     *
     * @param asset    index of the instrument
     * @param cross    whether margin is shared; isolated margin is not simulated and refused
     * @param leverage 1 to the most of the instrument
     */
    record UpdateLeverage(int asset, boolean cross, int leverage) implements Action {}

    /** Does nothing. */
    record Noop() implements Action {}
}
