package io.halfspread.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Inputs of a target: its seeds, written by hand in {@code fuzz/seeds}, and what fuzzing found worth keeping, in
 * {@code fuzz/corpus}. One line an input, as {@link InputText} writes it.
 */
final class Inputs {
    private static final String SUFFIX = ".txt";

    private Inputs() {}

    /** Every input of a target, seeds first. */
    static List<byte[]> of(final String target) throws IOException {
        final List<byte[]> inputs = new ArrayList<>(read(seeds(target)));
        inputs.addAll(read(kept(target)));
        return inputs;
    }

    static Path seeds(final String target) {
        return home().resolve("fuzz/seeds").resolve(target + SUFFIX);
    }

    static Path kept(final String target) {
        return home().resolve("fuzz/corpus").resolve(target + SUFFIX);
    }

    static List<byte[]> read(final Path file) throws IOException {
        return Files.exists(file)
                ? Files.readAllLines(file).stream().map(InputText::read).toList()
                : List.of();
    }

    private static Path home() {
        return Path.of(System.getProperty("halfspread.home", "."));
    }
}
