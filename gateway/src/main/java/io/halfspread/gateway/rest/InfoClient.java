package io.halfspread.gateway.rest;

import io.halfspread.codec.action.CloidText;
import io.halfspread.codec.text.JsonDocument;
import io.halfspread.codec.text.JsonNode;
import io.halfspread.codec.text.JsonOutput;
import io.halfspread.codec.text.StrictJson;
import io.halfspread.gateway.order.OrderReport;
import io.halfspread.gateway.rest.VenueQueryException.Fault;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The venue's queries, typed. Each waits for weight in the budget, is asked once more when its connection breaks, and gives
 * either a whole answer or one clear error. Blocks: for cold threads, any of them.
 */
public final class InfoClient {
    /** Most fills in one answer. */
    public static final int FILLS_PER_ANSWER = 2000;

    /** Newest fills of an account that the venue lets anybody reach. */
    public static final int FILLS_REACHABLE = 10_000;

    private static final String PATH = "/info";
    private static final int LIGHT = 2;
    private static final int MEDIUM = 20;
    private static final int HEAVY = 60;
    private static final int ITEMS_PER_WEIGHT = 20;
    private static final int OK = 200;
    private static final int TOO_MANY = 429;
    private static final int SERVER_ERRORS = 500;
    private static final int SHOWN_CHARS = 160;

    private final VenueHttp http;
    private final WeightBudget budget;

    /**
     * A client.
     *
     * @param http   where to
     * @param budget weight it may use, shared by all that talk to this venue
     */
    public InfoClient(final VenueHttp http, final WeightBudget budget) {
        this.http = http;
        this.budget = budget;
    }

    /**
     * The venue's perpetuals. Weight 20.
     *
     * @return all of them
     * @throws VenueQueryException when there is no usable answer
     */
    public VenueMeta meta() throws VenueQueryException {
        return ask("meta", MEDIUM, "", InfoAnswers::meta);
    }

    /**
     * Positions and value of an account. Weight 2.
     *
     * @param user address of the account, never of its agent
     * @return its state
     * @throws VenueQueryException when there is no usable answer
     */
    public AccountState clearinghouseState(final String user) throws VenueQueryException {
        return ask("clearinghouseState", LIGHT, user(user), InfoAnswers::accountState);
    }

    /**
     * Open orders of an account. Weight 20.
     *
     * @param user address of the account
     * @return all of them
     * @throws VenueQueryException when there is no usable answer
     */
    public List<RestingOrder> openOrders(final String user) throws VenueQueryException {
        return ask("openOrders", MEDIUM, user(user), InfoAnswers::openOrders);
    }

    /**
     * An order by the venue's id. Weight 2.
     *
     * @param user address of the account
     * @param oid  the venue's id
     * @return the order; empty when the venue does not know it, which it may not yet
     * @throws VenueQueryException when there is no usable answer
     */
    public Optional<OrderReport> orderStatus(final String user, final long oid) throws VenueQueryException {
        return Optional.ofNullable(ask("orderStatus", LIGHT, user(user) + ",\"oid\":" + oid, InfoAnswers::orderReport));
    }

    /**
     * The first order ever placed with a client order id. Weight 2.
     *
     * @param user      address of the account
     * @param cloidHigh high half of the id
     * @param cloidLow  low half of it
     * @return the order; empty when the venue does not know it, which it may not yet
     * @throws VenueQueryException when there is no usable answer
     */
    public Optional<OrderReport> orderStatus(final String user, final long cloidHigh, final long cloidLow)
            throws VenueQueryException {
        final String cloid = JsonOutput.quoted(CloidText.of(cloidHigh, cloidLow));
        return Optional.ofNullable(
                ask("orderStatus", LIGHT, user(user) + ",\"oid\":" + cloid, InfoAnswers::orderReport));
    }

    /**
     * The newest fills of an account, at most 2000. Weight 20 and 1 more for each 20 fills.
     *
     * @param user address of the account
     * @return its fills
     * @throws VenueQueryException when there is no usable answer
     */
    public List<AccountFill> userFills(final String user) throws VenueQueryException {
        return charged(ask("userFills", MEDIUM, user(user), InfoAnswers::fills));
    }

    /**
     * The first fills of an account from some time on, at most 2000. Weight 20 and 1 more for each 20 fills.
     *
     * @param user    address of the account
     * @param startMs time from which on, that time included, ms since the epoch
     * @return its fills, oldest first as a rule
     * @throws VenueQueryException when there is no usable answer
     */
    public List<AccountFill> userFillsByTime(final String user, final long startMs) throws VenueQueryException {
        return charged(ask("userFillsByTime", MEDIUM, user(user) + ",\"startTime\":" + startMs, InfoAnswers::fills));
    }

    /**
     * The first funding payments of an account from some time on. Weight 20 and 1 more for each 20 payments.
     *
     * @param user    address of the account
     * @param startMs time from which on, that time included, ms since the epoch
     * @return its payments
     * @throws VenueQueryException when there is no usable answer
     */
    public List<AccountFunding> userFunding(final String user, final long startMs) throws VenueQueryException {
        return charged(ask("userFunding", MEDIUM, user(user) + ",\"startTime\":" + startMs, InfoAnswers::fundings));
    }

    /**
     * Fee rates of an account. Weight 20.
     *
     * @param user address of the account
     * @return its rates
     * @throws VenueQueryException when there is no usable answer
     */
    public FeeRates userFees(final String user) throws VenueQueryException {
        return ask("userFees", MEDIUM, user(user), InfoAnswers::feeRates);
    }

    /**
     * Actions an account may still send. Weight 20.
     *
     * @param user address of the account
     * @return its allowance
     * @throws VenueQueryException when there is no usable answer
     */
    public RequestAllowance userRateLimit(final String user) throws VenueQueryException {
        return ask("userRateLimit", MEDIUM, user(user), InfoAnswers::allowance);
    }

    /**
     * What an address is to the venue. Weight 60.
     *
     * @param address any address
     * @return its role
     * @throws VenueQueryException when there is no usable answer
     */
    public UserRole userRole(final String address) throws VenueQueryException {
        return ask("userRole", HEAVY, user(address), InfoAnswers::role);
    }

    /**
     * Named agents that an account has approved. Weight 20.
     *
     * @param user address of the account
     * @return its agents
     * @throws VenueQueryException when there is no usable answer
     */
    public List<AgentApproval> extraAgents(final String user) throws VenueQueryException {
        return ask("extraAgents", MEDIUM, user(user), InfoAnswers::agents);
    }

    /**
     * The displayed book of a coin. Weight 2.
     *
     * @param coin venue name
     * @return its book
     * @throws VenueQueryException when there is no usable answer, as for a coin the venue does not have
     */
    public VenueBook l2Book(final String coin) throws VenueQueryException {
        return ask("l2Book", LIGHT, ",\"coin\":" + JsonOutput.quoted(coin), InfoAnswers::book);
    }

    private <T> T ask(final String type, final int weight, final String members, final Function<JsonNode, T> reading)
            throws VenueQueryException {
        final String body = "{\"type\":" + JsonOutput.quoted(type) + members + "}";
        final HttpResponse<byte[]> response = send(type, weight, body.getBytes(StandardCharsets.UTF_8));
        if (response.statusCode() != OK) {
            throw refused(type, response);
        }
        final JsonDocument document = StrictJson.parse(response.body(), false);
        if (!document.valid()) {
            throw unreadable(type, document.errors().get(0).toString(), response);
        }
        try {
            return reading.apply(document.root());
        } catch (final IllegalArgumentException | ArithmeticException e) {
            throw unreadable(type, e.getMessage(), response);
        }
    }

    private HttpResponse<byte[]> send(final String type, final int weight, final byte[] body)
            throws VenueQueryException {
        take(type, weight);
        try {
            return http.post(PATH, type, body);
        } catch (final VenueQueryException e) {
            if (e.fault() != Fault.NO_ANSWER && e.fault() != Fault.UNREACHABLE) {
                throw e;
            }
        }
        take(type, weight);
        return http.post(PATH, type, body);
    }

    private void take(final String type, final int weight) throws VenueQueryException {
        if (!budget.take(weight, http.timings().patience().toNanos())) {
            throw new VenueQueryException(
                    Fault.RATE_LIMITED,
                    type + ": no weight left in our budget within "
                            + http.timings().patience().toSeconds() + " s");
        }
    }

    private <T> List<T> charged(final List<T> items) {
        budget.charge(items.size() / ITEMS_PER_WEIGHT);
        return items;
    }

    private static String user(final String address) {
        return ",\"user\":" + JsonOutput.quoted(address);
    }

    private static VenueQueryException refused(final String type, final HttpResponse<byte[]> response) {
        final int status = response.statusCode();
        final Fault fault;
        if (status == TOO_MANY) {
            fault = Fault.RATE_LIMITED;
        } else {
            fault = status >= SERVER_ERRORS ? Fault.VENUE_FAILED : Fault.REFUSED;
        }
        return new VenueQueryException(fault, type + ": the venue answers HTTP " + status + " " + shown(response));
    }

    private static VenueQueryException unreadable(
            final String type, final String why, final HttpResponse<byte[]> response) {
        return new VenueQueryException(
                Fault.UNREADABLE, type + ": answer not understood: " + why + ": " + shown(response));
    }

    private static String shown(final HttpResponse<byte[]> response) {
        final String text = new String(response.body(), StandardCharsets.UTF_8)
                .replaceAll("\\s+", " ")
                .strip();
        return text.length() <= SHOWN_CHARS ? text : text.substring(0, SHOWN_CHARS) + "...";
    }
}
