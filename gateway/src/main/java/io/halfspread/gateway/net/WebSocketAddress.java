package io.halfspread.gateway.net;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/**
 * Where a WebSocket is served.
 *
 * @param host   name or address literal
 * @param port   TCP port
 * @param path   absolute path
 * @param secure whether it is spoken over TLS
 */
public record WebSocketAddress(String host, int port, String path, boolean secure) {
    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;
    private static final int MAX_PORT = 65535;

    /**
     * The WebSocket beside a venue's REST base address.
     *
     * @param base {@code http://HOST[:PORT]} or {@code https://HOST[:PORT]}; ws and wss mean the same
     * @param path absolute path of the socket, for example {@code /ws}
     * @return the address
     * @throws IllegalArgumentException when the base address is of another form; the message says what is accepted
     */
    public static WebSocketAddress beside(final String base, final String path) {
        final URI uri;
        try {
            uri = new URI(base);
        } catch (final URISyntaxException e) {
            throw refused(base);
        }
        final String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        final boolean secure = scheme.equals("https") || scheme.equals("wss");
        final boolean plain = scheme.equals("http") || scheme.equals("ws");
        final boolean bare = uri.getPath() == null
                || uri.getPath().isEmpty()
                || uri.getPath().equals("/");
        if (!secure && !plain
                || uri.getHost() == null
                || !bare
                || uri.getQuery() != null
                || uri.getFragment() != null
                || uri.getUserInfo() != null
                || uri.getPort() == 0
                || uri.getPort() > MAX_PORT) {
            throw refused(base);
        }
        final int port = uri.getPort() >= 0 ? uri.getPort() : secure ? HTTPS_PORT : HTTP_PORT;
        final String host = uri.getHost();
        return new WebSocketAddress(
                host.startsWith("[") ? host.substring(1, host.length() - 1) : host, port, path, secure);
    }

    /**
     * The address as a WebSocket URI.
     *
     * @return ws or wss
     */
    public URI uri() {
        final String authority = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
        return URI.create((secure ? "wss://" : "ws://") + authority + ":" + port + path);
    }

    private static IllegalArgumentException refused(final String base) {
        return new IllegalArgumentException(
                "address " + base + ": accepted: http://HOST[:PORT] or https://HOST[:PORT]");
    }
}
