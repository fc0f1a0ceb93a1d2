package io.halfspread.app.hjb;

import io.halfspread.app.console.Failure;
import io.halfspread.app.console.Terminal;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where the case comes from: a file, or stdin. */
final class ModelOption {
    private static final long MOST_BYTES = 64L << 20;

    @Option(names = "--model", paramLabel = "FILE", description = "Case to read instead of stdin.")
    private Path file;

    HjbCase read(final Terminal terminal) throws IOException {
        if (file == null) {
            // A pipe cannot be asked for its length, which the unbuffered stream of a process tries.
            return HjbCaseReader.read(new BufferedInputStream(terminal.in()).readAllBytes());
        }
        if (!Files.isRegularFile(file) || Files.size(file) > MOST_BYTES) {
            throw Failure.badInput(file + ": not a readable file; accepted: a JSON object as hjb solve reads it");
        }
        return HjbCaseReader.read(Files.readAllBytes(file));
    }
}
