package io.halfspread.gateway.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfspread.gateway.rest.AssetMeta;
import io.halfspread.gateway.rest.FeeRates;
import io.halfspread.gateway.rest.InfoServer;
import io.halfspread.gateway.rest.RequestAllowance;
import io.halfspread.gateway.rest.VenueQueryException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class VenueFactsTest {
    private static final String ACCOUNT = "0x70997970c51812dc3a010c7d01b50e0d17dc79c8";

    private final List<String> log = new ArrayList<>();
    private final InfoServer server = new InfoServer()
            .on(
                    "meta",
                    "{\"universe\":[{\"name\":\"BTC\",\"szDecimals\":5,\"maxLeverage\":40},"
                            + "{\"name\":\"HYPE\",\"szDecimals\":2,\"maxLeverage\":10}]}");

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void shouldTellWhatASessionMustKnow() throws Exception {
        server.on("userFees", "{\"userCrossRate\":\"0.00045\",\"userAddRate\":\"0.00015\"}")
                .on("userRateLimit", "{\"cumVlm\":\"10.5\",\"nRequestsUsed\":3,\"nRequestsCap\":10010}");

        final VenueFacts facts = VenueFacts.query(server.info(), List.of("HYPE", "BTC"), ACCOUNT, log::add);

        assertEquals(
                List.of(new AssetMeta("HYPE", 1, 2, 10, false), new AssetMeta("BTC", 0, 5, 40, false)), facts.assets());
        assertEquals(new FeeRates(150_000_000L, 450_000_000L), facts.fees().orElseThrow());
        assertEquals(
                new RequestAllowance(3, 10_010, 1_050_000_000L),
                facts.allowance().orElseThrow());
        assertEquals(List.of(), log);
    }

    @Test
    void shouldGoOnWithoutWhatTheVenueDoesNotTell() throws Exception {
        final VenueFacts facts = VenueFacts.query(server.info(), List.of("HYPE"), ACCOUNT, log::add);

        assertTrue(facts.fees().isEmpty() && facts.allowance().isEmpty());
        assertEquals(2, log.size());
        assertTrue(
                log.get(0).startsWith("fee rates not known, the configured value applies: userFees: "), log::toString);
    }

    @Test
    void shouldAskNothingOfAnAccountThereIsNot() throws Exception {
        VenueFacts.query(server.info(), List.of("HYPE"), "", log::add);

        assertEquals(1, server.received().size());
    }

    @Test
    void shouldRefuseACoinTheVenueDoesNotHave() {
        final IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class, () -> VenueFacts.query(server.info(), List.of("HYPER"), "", log::add));

        assertEquals("coin 'HYPER': the venue has no such perpetual; did you mean 'HYPE'?", refused.getMessage());
    }

    @Test
    void shouldFailWithoutTheInstruments() {
        server.on("meta", query -> new InfoServer.Reply(500, "null"));

        assertThrows(VenueQueryException.class, () -> VenueFacts.query(server.info(), List.of("HYPE"), "", log::add));
    }
}
