package io.halfspread.sim.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.halfspread.codec.decimal.Decimal8;
import io.halfspread.sim.exchange.Exchange;
import io.halfspread.sim.wire.Unreadable;
import io.halfspread.sim.wire.WireDecimal;
import java.util.Locale;

/** Transfers out of an account. */
final class Funds {
    private static final long WITHDRAWAL_FEE = Decimal8.ONE;
    private static final String ADDRESS = "0x[0-9a-fA-F]{40}";

    private final Exchange exchange;

    Funds(final Exchange exchange) {
        this.exchange = exchange;
    }

    ObjectNode send(final String account, final JsonNode action) {
        final String to = action.path("destination").textValue();
        final long amount = amount(action);
        if (!to.matches(ADDRESS) || amount <= 0) {
            return Replies.refused("Invalid transfer.");
        }
        if (amount > exchange.account(account).withdrawable()) {
            return Replies.refused("Insufficient balance for withdrawal.");
        }
        exchange.deposit(account, -amount);
        exchange.deposit(to.toLowerCase(Locale.ROOT), amount);
        return Replies.done();
    }

    ObjectNode withdraw(final String account, final JsonNode action) {
        final long amount = amount(action);
        if (amount <= WITHDRAWAL_FEE || amount > exchange.account(account).withdrawable()) {
            return Replies.refused("Insufficient balance for withdrawal.");
        }
        exchange.deposit(account, -amount);
        return Replies.done();
    }

    private static long amount(final JsonNode action) {
        try {
            return WireDecimal.decimal8(WireDecimal.normal(action.path("amount").textValue()));
        } catch (final ArithmeticException | Unreadable e) {
            return -1;
        }
    }
}
