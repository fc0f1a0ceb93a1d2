package io.halfspread.gateway.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfspread.gateway.rest.InfoServer;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AgentCheckTest {
    private static final String MASTER = "0x00000000000000000000000000000000000000aa";
    private static final String SUB = "0x00000000000000000000000000000000000000cc";
    private static final String AGENT = "0x00000000000000000000000000000000000000bb";
    private static final String STRANGER = "0x00000000000000000000000000000000000000dd";
    private static final long NOW_MS = 1_790_000_000_000L;
    private static final long DAY_MS = 86_400_000L;

    private final InfoServer server = new InfoServer()
            .on(
                    "userRole",
                    query -> new InfoServer.Reply(200, role(query.member("user").text())))
            .on("extraAgents", agents(NOW_MS + 90 * DAY_MS))
            .on("clearinghouseState", state("1000.0"));

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void shouldFindNothingWrongWithAnApprovedAgent() {
        assertEquals(
                List.of("agent " + AGENT + " (mm1) is approved for 90 more days", "account " + MASTER + " is funded"),
                texts(AGENT, MASTER));
        assertTrue(AgentCheck.run(server.info(), AGENT, MASTER, NOW_MS).stream().allMatch(AgentCheck.Finding::ok));
        assertEquals(List.of("account " + MASTER + " is funded"), texts(MASTER, MASTER));
        assertEquals("account " + SUB + " is funded", texts(AGENT, SUB).get(1));
    }

    @Test
    void shouldTellThatAnAgentWasGivenAsAccount() {
        assertEquals(
                "account " + AGENT + " is an agent of " + MASTER + ": give that address as the account",
                bad(AGENT, AGENT));
    }

    @Test
    void shouldTellThatTheKeyIsNotApproved() {
        assertEquals(
                "key " + STRANGER + " is no agent of account " + MASTER
                        + ": approve it there, or give the key's own address as the account",
                bad(STRANGER, MASTER));
        assertEquals(
                "key " + AGENT + " is an agent of " + MASTER + ", not of account " + SUB + "1", bad(AGENT, SUB + "1"));
    }

    @Test
    void shouldTellThatTheApprovalEndsOrHasEnded() {
        server.on("extraAgents", agents(NOW_MS + 2 * DAY_MS));
        assertTrue(texts(AGENT, MASTER).get(0).endsWith(" is approved for 2 more days: renew it soon"));

        server.on("extraAgents", agents(NOW_MS - 1));
        assertEquals("agent " + AGENT + " (mm1) has expired: approve a new one", bad(AGENT, MASTER));
    }

    @Test
    void shouldTellThatTheAccountIsNotFunded() {
        server.on("clearinghouseState", state("0.0"));

        assertEquals("account " + MASTER + " has no funds to trade perpetuals with", bad(AGENT, MASTER));
    }

    @Test
    void shouldNotFailAVenueThatDoesNotKnowRoles() {
        server.on("userRole", query -> new InfoServer.Reply(422, "unknown type"));

        assertTrue(AgentCheck.run(server.info(), AGENT, MASTER, NOW_MS).stream().allMatch(AgentCheck.Finding::ok));
    }

    private List<String> texts(final String signer, final String account) {
        return AgentCheck.run(server.info(), signer, account, NOW_MS).stream()
                .map(AgentCheck.Finding::text)
                .toList();
    }

    private String bad(final String signer, final String account) {
        final AgentCheck.Finding first =
                AgentCheck.run(server.info(), signer, account, NOW_MS).get(0);
        assertFalse(first.ok());
        return first.text();
    }

    private static String role(final String address) {
        return switch (address) {
            case MASTER, SUB + "1" -> "{\"role\":\"user\"}";
            case SUB -> "{\"role\":\"subAccount\",\"data\":{\"master\":\"" + MASTER + "\"}}";
            case AGENT -> "{\"role\":\"agent\",\"data\":{\"user\":\"" + MASTER + "\"}}";
            default -> "{\"role\":\"missing\"}";
        };
    }

    private static String agents(final long validUntilMs) {
        return "[{\"name\":\"mm1\",\"address\":\"" + AGENT + "\",\"validUntil\":" + validUntilMs + "}]";
    }

    private static String state(final String accountValue) {
        return "{\"marginSummary\":{\"accountValue\":\"" + accountValue + "\"},\"assetPositions\":[],\"time\":1}";
    }
}
