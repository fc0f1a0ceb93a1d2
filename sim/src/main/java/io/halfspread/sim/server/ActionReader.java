package io.halfspread.sim.server;

import com.fasterxml.jackson.databind.JsonNode;
import io.halfspread.sim.exchange.Action;
import io.halfspread.sim.exchange.Exchange;
import io.halfspread.sim.exchange.OrderRequest;
import io.halfspread.sim.exchange.Tif;
import io.halfspread.sim.wire.WireDecimal;
import java.util.ArrayList;
import java.util.List;

/** Turns normalised actions into those of the exchange. */
final class ActionReader {
    private static final int CLOID_DIGITS = 32;

    private final Exchange exchange;

    ActionReader(final Exchange exchange) {
        this.exchange = exchange;
    }

    /**
     * The exchange's form of an action; null for actions that are none of the exchange's.
     *
     * @throws Refusal when its numbers are beyond what the venue takes
     */
    Action read(final JsonNode action, final String account) {
        return switch (action.path("type").textValue()) {
            case "order" -> new Action.Order(orders(action.path("orders")));
            case "cancel" -> cancels(action.path("cancels"));
            case "cancelByCloid" -> cloidCancels(action.path("cancels"));
            case "modify" -> new Action.Modify(List.of(replacement(action, account)), action.has("a"));
            case "batchModify" -> new Action.Modify(replacements(action, account), action.has("a"));
            case "scheduleCancel" ->
                new Action.ScheduleCancel(action.path("time").asLong(Action.ScheduleCancel.NEVER));
            case "updateLeverage" ->
                new Action.UpdateLeverage(
                        asset(action.path("asset")), action.path("isCross").booleanValue(), (int) Math.min(
                                Integer.MAX_VALUE, action.path("leverage").longValue()));
            case "noop" -> new Action.Noop();
            default -> null;
        };
    }

    /** Whether an action waits for the last class of its block. */
    static boolean isAggressive(final Action action) {
        if (action instanceof Action.Order order) {
            return order.orders().stream().anyMatch(each -> each.tif().aggressive());
        }
        return action instanceof Action.Modify modify
                && modify.alwaysPlace()
                && modify.modifies().stream()
                        .anyMatch(each -> each.order().tif().aggressive());
    }

    private static List<OrderRequest> orders(final JsonNode elements) {
        final List<OrderRequest> orders = new ArrayList<>();
        elements.forEach(element -> orders.add(order(element)));
        return nonEmpty(orders);
    }

    private static Action cancels(final JsonNode elements) {
        final List<Action.OidCancel> cancels = new ArrayList<>();
        elements.forEach(element -> cancels.add(
                new Action.OidCancel(asset(element.path("a")), element.path("o").longValue())));
        return new Action.Cancel(nonEmpty(cancels));
    }

    private static Action cloidCancels(final JsonNode elements) {
        final List<Action.CloidCancel> cancels = new ArrayList<>();
        elements.forEach(element -> cancels.add(new Action.CloidCancel(
                asset(element.path("asset")), element.path("cloid").textValue())));
        return new Action.CancelByCloid(nonEmpty(cancels));
    }

    private List<Action.Replacement> replacements(final JsonNode action, final String account) {
        final List<Action.Replacement> replacements = new ArrayList<>();
        action.path("modifies").forEach(element -> replacements.add(replacement(element, account)));
        return nonEmpty(replacements);
    }

    private Action.Replacement replacement(final JsonNode element, final String account) {
        final OrderRequest order = order(element.path("order"));
        final JsonNode target = element.path("oid");
        if (target.isTextual()) {
            return new Action.Replacement(0, target.textValue(), order);
        }
        final long oid = target.longValue();
        final String cloid = cloidOf(oid);
        final boolean meansCloid = exchange.order(account, oid).isEmpty()
                && exchange.order(account, cloid).isPresent();
        return new Action.Replacement(oid, meansCloid ? cloid : null, order);
    }

    /** Some clients turn a client order id that is a small number into one. */
    static String cloidOf(final long number) {
        final String digits = Long.toHexString(number);
        return "0x" + "0".repeat(CLOID_DIGITS - digits.length()) + digits;
    }

    private static OrderRequest order(final JsonNode element) {
        final JsonNode limit = element.path("t").path("limit");
        if (limit.isMissingNode()) {
            throw new Refusal("Trigger orders are not available.");
        }
        return new OrderRequest(
                asset(element.path("a")),
                element.path("b").booleanValue(),
                number(element.path("p"), "Order has invalid price."),
                number(element.path("s"), "Order has invalid size."),
                element.path("r").booleanValue(),
                tif(limit.path("tif").textValue()),
                element.path("c").textValue());
    }

    private static Tif tif(final String text) {
        for (final Tif tif : Tif.values()) {
            if (tif.text().equals(text)) {
                return tif;
            }
        }
        throw new Refusal("Order has invalid time in force.");
    }

    private static int asset(final JsonNode number) {
        return (int) Math.min(Integer.MAX_VALUE, number.longValue());
    }

    private static long number(final JsonNode text, final String refusal) {
        try {
            return WireDecimal.decimal8(text.textValue());
        } catch (final ArithmeticException e) {
            throw new Refusal(refusal);
        }
    }

    private static <T> List<T> nonEmpty(final List<T> elements) {
        if (elements.isEmpty()) {
            throw new Refusal("Batch is empty.");
        }
        return elements;
    }

    /** A whole batch is refused before it reaches a block. */
    static final class Refusal extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Refusal(final String message) {
            super(message, null, false, false);
        }
    }
}
