package io.halfspread.gateway.sign;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.agrona.concurrent.SystemEpochNanoClock;

/** A JVM of its own that draws nonces and prints them until it is killed. */
final class NonceChild {
    private NonceChild() {}

    /** Argument: the file of the mark. */
    public static void main(final String[] args) throws IOException {
        try (Nonces nonces = new Nonces(SystemEpochNanoClock.INSTANCE, Path.of(args[0]))) {
            while (!System.out.checkError()) {
                System.out.println(nonces.next());
            }
        } catch (final IOException e) {
            System.out.println("refused " + e.getMessage());
        }
    }

    static Process start(final Path mark) throws IOException {
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "@" + Path.of(System.getProperty("halfspread.home"), "config", "jvm.options"),
                        "-Xmx128m",
                        "-XX:-UsePerfData",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        NonceChild.class.getName(),
                        mark.toString()))
                .redirectErrorStream(true)
                .start();
    }
}
