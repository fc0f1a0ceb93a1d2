package io.halfspread.sim.server;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.halfspread.fuzz.KeptInputs;
import io.halfspread.sim.exchange.Action;
import io.halfspread.sim.wire.SignedAction;
import io.halfspread.sim.wire.Unreadable;
import java.nio.charset.StandardCharsets;

/**
 * Actions sent to the simulated venue. A whole body goes the way of a request, where its signature is nobody's; an action alone
 * is signed by the harness in name, and executed.
 */
class ActionsFuzzTest {
    private static final String UNSIGNED =
            "\"nonce\":1790000000000,\"signature\":{\"r\":\"0x1\",\"s\":\"0x1\",\"v\":27}}";

    @KeptInputs
    @FuzzTest
    void shouldExecuteOrRefuse(final byte[] bytes) {
        final String text = new String(bytes, StandardCharsets.UTF_8);
        if (!text.contains("\"type\"")) {
            return;
        }
        if (text.contains("signature")) {
            new DeskRig().post("/exchange", text);
            return;
        }
        final JsonNode body = Json.parse("{\"action\":" + text + "," + UNSIGNED);
        if (body == null) {
            return;
        }
        try {
            execute(SignedAction.read(body));
        } catch (final Unreadable | ActionReader.Refusal e) {
            assertNotNull(e.getMessage());
        }
    }

    private static void execute(final SignedAction signed) {
        final ObjectNode normal = signed.action();
        signed.signer("a");
        final VenueExchange venue = new VenueExchange();
        final Action action = new ActionReader(venue.exchange).read(normal, DeskRig.USER);
        if (action == null) {
            return;
        }
        ActionReader.isAggressive(action);
        venue.run(action);
    }
}
