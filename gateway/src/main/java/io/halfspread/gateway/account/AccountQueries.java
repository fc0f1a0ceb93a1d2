package io.halfspread.gateway.account;

import io.halfspread.gateway.rest.AccountFill;
import io.halfspread.gateway.rest.AccountFunding;
import io.halfspread.gateway.rest.AccountState;
import io.halfspread.gateway.rest.InfoClient;
import io.halfspread.gateway.rest.RestingOrder;
import io.halfspread.gateway.rest.VenueQueryException;
import io.halfspread.gateway.rest.VenueQueryException.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** What a resync asks of the venue. A venue that does not know fills or funding by time is taken without. For one thread. */
final class AccountQueries {
    private static final long NS_PER_MS = 1_000_000L;
    private static final long HOUR_NS = TimeUnit.HOURS.toNanos(1);

    private final InfoClient info;
    private final String address;
    private final Consumer<String> notes;
    private boolean knowsFills = true;
    private boolean knowsFunding = true;

    AccountQueries(final InfoClient info, final String address, final Consumer<String> notes) {
        this.info = info;
        this.address = address;
        this.notes = notes;
    }

    /** Whether the venue tells fills by time. */
    boolean knowsFills() {
        return knowsFills;
    }

    AccountState state() throws VenueQueryException {
        return info.clearinghouseState(address);
    }

    List<RestingOrder> openOrders() throws VenueQueryException {
        return info.openOrders(address);
    }

    /** Every fill from a time on, that time included. */
    List<AccountFill> fillsSince(final long sinceNs) throws VenueQueryException {
        final List<AccountFill> all = new ArrayList<>();
        long startMs = sinceNs / NS_PER_MS;
        while (knowsFills) {
            final List<AccountFill> page;
            try {
                page = info.userFillsByTime(address, startMs);
            } catch (final VenueQueryException e) {
                knowsFills = isKnown(e, "fills of a lost connection come by the stream only: ");
                break;
            }
            all.addAll(page);
            final long newestMs =
                    page.stream().mapToLong(AccountFill::venueNs).max().orElse(0) / NS_PER_MS;
            if (page.size() < InfoClient.FILLS_PER_ANSWER || newestMs <= startMs) {
                break;
            }
            startMs = newestMs;
        }
        return all;
    }

    /** Funding is paid on the hour: nothing is asked unless one has passed. */
    List<AccountFunding> fundingsBetween(final long fromNs, final long toNs) throws VenueQueryException {
        if (!knowsFunding || fromNs / HOUR_NS == toNs / HOUR_NS) {
            return List.of();
        }
        try {
            return info.userFunding(address, fromNs / NS_PER_MS);
        } catch (final VenueQueryException e) {
            knowsFunding = isKnown(e, "funding of a lost connection is not known: ");
            return List.of();
        }
    }

    /** Passes on what another attempt may mend; false when the venue does not know the request. */
    private boolean isKnown(final VenueQueryException e, final String consequence) throws VenueQueryException {
        if (e.fault() != Fault.REFUSED) {
            throw e;
        }
        notes.accept(consequence + e.getMessage());
        return false;
    }
}
