package io.halfspread.gateway.rest;

import java.security.GeneralSecurityException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

/** TLS for an address in plain text, which never uses it: reading the JVM's authorities would take a tenth of a second. */
final class TrustNobody {
    private TrustNobody() {}

    /** A context that no certificate passes. */
    static SSLContext context() {
        try {
            final SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[0], null);
            return context;
        } catch (final GeneralSecurityException e) {
            throw new IllegalStateException("every JVM has TLS", e);
        }
    }
}
