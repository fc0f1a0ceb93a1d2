package io.halfspread.app.console;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The three streams of a command, in UTF-8 whatever the locale. Results go to out, everything else to err.
 *
 * @param in       what is typed or piped in
 * @param out      results
 * @param err      failures, progress, log
 * @param watching whether a person watches err, so that progress is worth drawing
 */
public record Terminal(InputStream in, PrintStream out, PrintStream err, boolean watching) {
    /** Number of the stream of results. */
    static final int OUT = 1;

    private static final int ERR = 2;
    private static final int BUFFER = 1 << 16;

    /**
     * The streams of this process.
     *
     * @return the terminal; flush out at the end
     */
    public static Terminal ofProcess() {
        final PrintStream out = new PrintStream(
                new java.io.BufferedOutputStream(new FileOutputStream(FileDescriptor.out), BUFFER),
                false,
                StandardCharsets.UTF_8);
        final PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        return new Terminal(new FileInputStream(FileDescriptor.in), out, err, isTerminal(ERR));
    }

    /** Whether a person sees what is written to a stream of this process, by its number. */
    static boolean isTerminal(final int stream) {
        try {
            final String target =
                    Files.readSymbolicLink(Path.of("/proc/self/fd/" + stream)).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
        } catch (final IOException | UnsupportedOperationException e) {
            return System.console() != null;
        }
    }
}
