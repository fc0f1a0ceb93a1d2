package io.halfspread.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Where the product's modules lie. */
public final class Modules {
    /** Modules whose classes are the product, in the order of their dependencies. */
    public static final List<String> PRODUCT = List.of("codec", "engine", "gateway", "sim", "app");

    /** Modules that the rules of code hold for: the product, and what people run beside it. */
    public static final List<String> RULED = List.of("codec", "engine", "gateway", "sim", "app", "spark");

    /** Every module. */
    public static final List<String> ALL =
            List.of("codec", "engine", "gateway", "sim", "app", "spark", "system-tests", "fuzz", "stress", "bench");

    private Modules() {}

    /** Root of the checkout. */
    public static Path home() {
        return Path.of(System.getProperty("halfspread.home"));
    }

    /** Compiled classes of each ruled module that has any. */
    public static List<Path> classDirectories() {
        return existing(RULED, "target/classes");
    }

    /** Hand-written sources of each ruled module that has any. */
    public static List<Path> mainSources() {
        return existing(RULED, "src/main/java");
    }

    /** Files with a suffix under a directory, in path order. */
    public static List<Path> files(final Path directory, final String suffix) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.toString().endsWith(suffix) && Files.isRegularFile(file))
                    .sorted()
                    .toList();
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> existing(final List<String> modules, final String directory) {
        return modules.stream()
                .map(module -> home().resolve(module).resolve(directory))
                .filter(Files::isDirectory)
                .toList();
    }
}
