package io.halfspread.gateway.net;

import java.security.cert.CertificateException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** Says in one line why a TLS connection was refused. */
public final class TlsTrouble {
    private static final int DEEPEST = 10;

    private TlsTrouble() {}

    /**
     * Looks for a refusal of the other side's certificate, or another end of the handshake, among the causes of a failure.
     * Nothing but the handshake was sent when there is one.
     *
     * @param failure what went wrong
     * @return one line, null when it was no failed handshake
     */
    public static String of(final Throwable failure) {
        SSLException tls = null;
        String certificate = null;
        Throwable at = failure;
        for (int i = 0; at != null && i < DEEPEST; i++, at = at.getCause()) {
            if (tls == null && (at instanceof SSLHandshakeException || at instanceof SSLPeerUnverifiedException)) {
                tls = (SSLException) at;
            }
            if (at instanceof CertificateException) {
                certificate = at.getMessage();
            }
        }
        if (tls == null) {
            return null;
        }
        if (certificate == null || certificate.contains("PKIX") || certificate.contains("ValidatorException")) {
            final boolean untrusted = String.valueOf(tls.getMessage()).contains("PKIX");
            return untrusted
                    ? "TLS: the certificate is not signed by an authority this JVM trusts"
                    : "TLS: " + tls.getMessage();
        }
        return "TLS: the certificate is not for this host: " + certificate;
    }
}
