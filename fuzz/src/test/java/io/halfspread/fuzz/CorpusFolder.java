package io.halfspread.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Turns the inputs of a target into a folder of files, as the fuzzer wants them, and back; for {@code scripts/fuzz}. */
public final class CorpusFolder {
    private static final Set<String> MARKET =
            Set.of("bbo", "l2Book", "trades", "allMids", "activeAssetCtx", "activeSpotAssetCtx", "error", "pong");

    private CorpusFolder() {}

    /**
     * Runs one of the two ways.
     *
     * @param args {@code unpack TARGET FOLDER [RECORDED-FRAMES]} or {@code pack TARGET FOLDER}
     * @throws IOException when a file cannot be read or written
     */
    public static void main(final String[] args) throws IOException {
        final Path folder = Path.of(args[2]);
        if (args[0].equals("unpack")) {
            Files.createDirectories(folder);
            final List<byte[]> inputs = new ArrayList<>(Inputs.of(args[1]));
            if (args.length > 3) {
                inputs.addAll(recorded(args[1], Path.of(args[3])));
            }
            for (int i = 0; i < inputs.size(); i++) {
                Files.write(folder.resolve("input-" + i), inputs.get(i));
            }
        } else {
            pack(args[1], folder);
        }
    }

    /** Recorded frames help the fuzzer on its way; they are never kept. */
    private static List<byte[]> recorded(final String target, final Path folder) throws IOException {
        final List<byte[]> frames = new ArrayList<>();
        if (!target.endsWith("Frames") || !Files.isDirectory(folder)) {
            return frames;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (final Path file :
                    files.filter(name -> name.toString().endsWith(".jsonl")).toList()) {
                final String channel = file.getFileName().toString().replace(".jsonl", "");
                if (MARKET.contains(channel) == target.startsWith("Market")) {
                    Files.readAllLines(file)
                            .forEach(line -> frames.add(line.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
                }
            }
        }
        return frames;
    }

    private static void pack(final String target, final Path folder) throws IOException {
        final Set<String> lines = new LinkedHashSet<>();
        final Set<String> seeds = new LinkedHashSet<>(Files.readAllLines(Inputs.seeds(target)));
        // The fuzzer takes texts it sees compared into its inputs, the folders of this machine among them.
        final String machine = "/" + folder.toAbsolutePath().getName(0) + "/";
        try (Stream<Path> files = Files.list(folder)) {
            for (final Path file : files.toList()) {
                final String line = InputText.write(Files.readAllBytes(file));
                if (!line.isEmpty() && !seeds.contains(line) && !line.contains(machine)) {
                    lines.add(line);
                }
            }
        }
        final List<String> sorted = new ArrayList<>(lines);
        sorted.sort(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()));
        Files.write(Inputs.kept(target), sorted);
    }
}
