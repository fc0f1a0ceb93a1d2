package io.halfspread.sim.flow;

import io.halfspread.sim.Draws;
import io.halfspread.sim.exchange.Exchange;
import java.util.Locale;

/** Accounts of participants, rich enough that no margin binds. */
final class Participants {
    private static final long DEPOSIT = 1_000_000_000_000_000L;
    private static final long NO_TICKET = -1L;

    private final String[] addresses;
    private final Draws draws;

    Participants(final Exchange exchange, final int count, final Draws draws) {
        this.draws = draws;
        addresses = new String[count];
        for (int i = 0; i < count; i++) {
            addresses[i] = String.format(
                    Locale.ROOT, "0x%016x%016x%08x", draws.nextLong(), draws.nextLong(), (int) draws.nextLong());
            exchange.addParticipant(addresses[i], DEPOSIT);
        }
    }

    String[] all() {
        return addresses;
    }

    String any() {
        return addresses[draws.below(addresses.length)];
    }

    static long ticket() {
        return NO_TICKET;
    }
}
