package io.halfspread.app.dashboard;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;

/**
 * Who may ask. Reading takes a Host that names this server by loopback, so that no page elsewhere reaches it under a name of
 * its own (DNS rebinding). Steering takes the session's token as well, in a header that no foreign page can send, and an
 * Origin that is ours where a browser tells one.
 */
final class RequestGate {
    private static final int TOKEN_BYTES = 16;

    private final Set<String> hosts;
    private final byte[] token;

    /**
     * A gate.
     *
     * @param port  the port served
     * @param token what steering takes; empty: nothing is steered
     */
    RequestGate(final int port, final String token) {
        hosts = Set.of("127.0.0.1:" + port, "localhost:" + port, "[::1]:" + port);
        this.token = token.getBytes(StandardCharsets.US_ASCII);
    }

    /** A token that nobody guesses. */
    static String newToken() {
        final byte[] bytes = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** Whether there is anything to be steered. */
    boolean steers() {
        return token.length > 0;
    }

    /** Whether a request is for this server; null headers are absent ones. */
    boolean mayRead(final String host) {
        return host != null && hosts.contains(host.toLowerCase(Locale.ROOT));
    }

    /** Why a request may not steer, empty when it may. */
    String refusal(final String host, final String origin, final String fetchSite, final String given) {
        if (!steers()) {
            return "this dashboard edits nothing; start the session with --dashboard-control to steer from here";
        }
        if (!mayRead(host)
                || origin != null && !origin.equalsIgnoreCase("http://" + host)
                || fetchSite != null && !fetchSite.equals("same-origin")) {
            return "refused: the request comes from another site";
        }
        final byte[] bytes = given == null ? new byte[0] : given.getBytes(StandardCharsets.US_ASCII);
        return MessageDigest.isEqual(token, bytes)
                ? ""
                : "refused: the token is missing or wrong; it is in the address that the session printed";
    }
}
