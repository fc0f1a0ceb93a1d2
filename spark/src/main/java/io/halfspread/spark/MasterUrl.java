package io.halfspread.spark;

import io.halfspread.app.console.Failure;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where Spark is to run, as {@code --master} says it; asked whether anybody answers there before Spark tries without end. */
final class MasterUrl {
    /** Patience with each address, ms. */
    private static final int CONNECT_MS = 3_000;

    private static final String KUBERNETES = "k8s://";
    private static final Pattern LOCAL = Pattern.compile("local(\\[(\\*|[1-9][0-9]{0,3})(,[1-9][0-9]?)?])?");
    private static final Pattern STANDALONE = Pattern.compile("spark://([^,/\\s]+(?:,[^,/\\s]+)*)");
    private static final Pattern ADDRESS = Pattern.compile("(\\[[0-9a-fA-F:.%]+]|[^:\\[\\]]+):([0-9]{1,5})");

    private final String text;
    private final List<InetSocketAddress> addresses;

    private MasterUrl(final String text, final List<InetSocketAddress> addresses) {
        this.text = text;
        this.addresses = addresses;
    }

    /**
     * Reads a master's address.
     *
     * @param text what {@code --master} says
     * @return the address
     * @throws Failure when it is of no form that is accepted, exit code 2
     */
    static MasterUrl of(final String text) {
        if (LOCAL.matcher(text).matches()) {
            return new MasterUrl(text, List.of());
        }
        final Matcher standalone = STANDALONE.matcher(text);
        if (standalone.matches()) {
            final List<InetSocketAddress> addresses = new ArrayList<>();
            for (final String each : standalone.group(1).split(",")) {
                addresses.add(address(text, each));
            }
            return new MasterUrl(text, addresses);
        }
        if (text.startsWith(KUBERNETES)) {
            return new MasterUrl(text, List.of(kubernetes(text)));
        }
        throw bad(text);
    }

    /** What Spark is told. */
    String text() {
        return text;
    }

    /** Whether everything runs in this process. */
    boolean isLocal() {
        return addresses.isEmpty();
    }

    /** Whether Spark's own Kubernetes module is needed. */
    boolean isKubernetes() {
        return text.startsWith(KUBERNETES);
    }

    /** Whether every address is of this machine alone. */
    boolean isLoopback() {
        return !isLocal()
                && addresses.stream()
                        .allMatch(each ->
                                !each.isUnresolved() && each.getAddress().isLoopbackAddress());
    }

    /**
     * Asks each address once.
     *
     * @throws Failure when none answers, exit code 3
     */
    void requireAnswer() {
        final List<String> silent = new ArrayList<>();
        for (final InetSocketAddress address : addresses) {
            final String trouble = trouble(address);
            if (trouble == null) {
                return;
            }
            silent.add(address.getHostString() + ":" + address.getPort() + " (" + trouble + ")");
        }
        if (!silent.isEmpty()) {
            throw Failure.environment("--master " + text + ": nobody answers at " + String.join(", ", silent)
                    + "; docs/scaling.md says how a master and its workers are started");
        }
    }

    private static String trouble(final InetSocketAddress address) {
        if (address.isUnresolved()) {
            return "no such host";
        }
        try (Socket socket = new Socket()) {
            socket.connect(address, CONNECT_MS);
            return null;
        } catch (final IOException e) {
            return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        }
    }

    private static InetSocketAddress kubernetes(final String text) {
        final String rest = text.substring(KUBERNETES.length());
        try {
            final URI uri = URI.create(rest.contains("://") ? rest : "https://" + rest);
            if (uri.getHost() != null) {
                final int standard = "http".equals(uri.getScheme()) ? 80 : 443;
                return new InetSocketAddress(uri.getHost(), uri.getPort() < 0 ? standard : uri.getPort());
            }
        } catch (final IllegalArgumentException e) {
            // Falls through to the one answer.
        }
        throw bad(text);
    }

    private static InetSocketAddress address(final String text, final String each) {
        final Matcher parts = ADDRESS.matcher(each);
        if (!parts.matches() || Integer.parseInt(parts.group(2)) > 0xffff || Integer.parseInt(parts.group(2)) == 0) {
            throw bad(text);
        }
        return new InetSocketAddress(parts.group(1), Integer.parseInt(parts.group(2)));
    }

    private static Failure bad(final String text) {
        return Failure.badInput("--master " + text
                + ": accepted: local[N], local[*], spark://HOST:PORT[,HOST:PORT], k8s://[https://]HOST[:PORT]");
    }
}
