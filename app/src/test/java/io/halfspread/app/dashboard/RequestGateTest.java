package io.halfspread.app.dashboard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RequestGateTest {
    private static final String HERE = "127.0.0.1:8642";

    private final String token = RequestGate.newToken();
    private final RequestGate gate = new RequestGate(8642, token);

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1:8642", "localhost:8642", "LOCALHOST:8642", "[::1]:8642"})
    void shouldBeReadUnderALoopbackName(final String host) {
        assertTrue(gate.mayRead(host));
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example:8642", "127.0.0.1", "127.0.0.1:80", "127.0.0.1.evil.example:8642", ""})
    void shouldNotBeReadUnderAnotherName(final String host) {
        assertFalse(gate.mayRead(host));
        assertFalse(gate.mayRead(null));
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1:8642, http://evil.example, same-origin",
        "127.0.0.1:8642, http://localhost:8642, same-origin",
        "127.0.0.1:8642, null, same-origin",
        "127.0.0.1:8642, http://127.0.0.1:8642, cross-site",
        "127.0.0.1:8642, http://127.0.0.1:8642, same-site",
        "evil.example:8642, http://evil.example:8642, same-origin"
    })
    void shouldNotBeSteeredFromAnotherSite(final String host, final String origin, final String site) {
        assertTrue(gate.refusal(host, origin, site, token).contains("another site"));
    }

    @Test
    void shouldBeSteeredWithTheTokenOnly() {
        assertEquals("", gate.refusal(HERE, "http://" + HERE, "same-origin", token));
        assertEquals("", gate.refusal(HERE, null, null, token), "a program sends no origin");
        assertTrue(gate.refusal(HERE, null, null, null).contains("token"));
        assertTrue(gate.refusal(HERE, null, null, "").contains("token"));
        assertTrue(gate.refusal(HERE, null, null, token.substring(1)).contains("token"));
        assertTrue(gate.refusal(HERE, null, null, RequestGate.newToken()).contains("token"));
    }

    @Test
    void shouldNotBeSteeredAtAllWithoutAToken() {
        final RequestGate reading = new RequestGate(8642, "");

        assertFalse(reading.steers());
        assertTrue(reading.refusal(HERE, null, null, "").contains("edits nothing"));
    }

    @Test
    void shouldMakeATokenNobodyGuesses() {
        assertEquals(32, token.length());
        assertNotEquals(token, RequestGate.newToken());
    }
}
