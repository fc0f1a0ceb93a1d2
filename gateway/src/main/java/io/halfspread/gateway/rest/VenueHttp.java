package io.halfspread.gateway.rest;

import io.halfspread.gateway.net.TlsTrouble;
import io.halfspread.gateway.rest.VenueQueryException.Fault;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLContext;

/**
 * POSTs JSON to one base address and to nothing else: HTTP/1.1, certificates held to the host name, no redirects. Shared by
 * queries and actions so that they share connections. Any thread.
 */
public final class VenueHttp {
    private final String baseUrl;
    private final RestTimings timings;
    private final HttpClient client;
    private final AtomicLong begun = new AtomicLong();
    private final AtomicLong ended = new AtomicLong();

    /**
     * Prepares requests; connects with the first one.
     *
     * @param baseUrl http or https address without a path, for instance {@code https://api.hyperliquid.xyz}
     * @param timings how patient requests are
     * @throws IllegalArgumentException when it is no such address
     */
    public VenueHttp(final String baseUrl, final RestTimings timings) {
        this(baseUrl, timings, null);
    }

    /** Trust may be null: that of the JVM. */
    VenueHttp(final String baseUrl, final RestTimings timings, final SSLContext trustOrNull) {
        final URI uri = URI.create(baseUrl);
        if (uri.getHost() == null || !"http".equals(uri.getScheme()) && !"https".equals(uri.getScheme())) {
            throw new IllegalArgumentException(
                    "venue address '" + baseUrl + "': accepted: http://HOST[:PORT] or https://HOST[:PORT]");
        }
        this.baseUrl = baseUrl.endsWith("/") ? baseUrl.substring(0, baseUrl.length() - 1) : baseUrl;
        this.timings = timings;
        final HttpClient.Builder builder = HttpClient.newBuilder();
        final SSLContext trust =
                trustOrNull == null && "http".equals(uri.getScheme()) ? TrustNobody.context() : trustOrNull;
        if (trust != null) {
            builder.sslContext(trust);
        }
        client = builder.version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(timings.connect())
                .build();
    }

    RestTimings timings() {
        return timings;
    }

    /**
     * Requests begun so far.
     *
     * @return the count
     */
    public long begun() {
        return begun.get();
    }

    /**
     * Requests that came to an end so far, with an answer or without.
     *
     * @return the count
     */
    public long ended() {
        return ended.get();
    }

    HttpResponse<byte[]> post(final String path, final String what, final byte[] body) throws VenueQueryException {
        begun.incrementAndGet();
        try {
            return client.send(request(path, body), HttpResponse.BodyHandlers.ofByteArray());
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new VenueQueryException(Fault.INTERRUPTED, what + ": interrupted", e);
        } catch (final IOException | RuntimeException e) {
            throw fault(what, e);
        } finally {
            ended.incrementAndGet();
        }
    }

    private HttpRequest request(final String path, final byte[] body) {
        return HttpRequest.newBuilder(URI.create(baseUrl + path))
                .timeout(timings.answer())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
    }

    private VenueQueryException fault(final String what, final Throwable thrown) {
        final String where = what + " at " + baseUrl + ": ";
        final String tls = TlsTrouble.of(thrown);
        if (tls != null) {
            return new VenueQueryException(Fault.UNREACHABLE, where + tls, thrown);
        }
        if (thrown instanceof HttpConnectTimeoutException
                || thrown instanceof ConnectException
                || thrown instanceof UnresolvedAddressException
                || thrown.getCause() instanceof UnresolvedAddressException) {
            return new VenueQueryException(Fault.UNREACHABLE, where + "cannot connect", thrown);
        }
        if (thrown instanceof HttpTimeoutException) {
            return new VenueQueryException(
                    Fault.NO_ANSWER,
                    where + "no answer within " + timings.answer().toMillis() + " ms",
                    thrown);
        }
        return new VenueQueryException(Fault.NO_ANSWER, where + describe(thrown), thrown);
    }

    private static String describe(final Throwable thrown) {
        return thrown.getMessage() == null ? thrown.getClass().getSimpleName() : thrown.getMessage();
    }
}
