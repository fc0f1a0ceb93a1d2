package io.halfspread.app.sweep;

import io.halfspread.app.console.Failure;
import io.halfspread.codec.text.JsonDocument;
import io.halfspread.codec.text.JsonMember;
import io.halfspread.codec.text.JsonNode;
import io.halfspread.codec.text.JsonOutput;
import io.halfspread.codec.text.StrictJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The folder of a sweep: what it was begun with, its journal, its results. */
final class SweepFolder {
    static final String BEGUN_WITH = "sweep.json";
    static final String JOURNAL = "outcomes.journal";
    static final String CAPTURES = "captures";
    static final String CSV = "results.csv";
    static final String PARQUET = "results.parquet";
    static final String SUMMARY = "summary.json";
    static final String SUGGESTED = "tuning_params.suggested.json";

    private static final int SHOWN = 60;

    private final Path folder;

    SweepFolder(final Path folder) {
        this.folder = folder;
    }

    /** Makes the folder; one that holds anything but a sweep is refused. */
    void open() {
        try {
            if (Files.exists(folder) && !Files.isDirectory(folder)) {
                throw Failure.badInput(folder + ": not a folder");
            }
            Files.createDirectories(folder);
            final boolean empty;
            try (Stream<Path> files = Files.list(folder)) {
                empty = files.noneMatch(file -> !file.endsWith(CAPTURES));
            }
            if (!empty && Files.notExists(folder.resolve(BEGUN_WITH)) && Files.notExists(folder.resolve(JOURNAL))) {
                throw Failure.badInput(
                        folder + ": holds files, but no sweep; accepted: a new folder, or that of a sweep");
            }
        } catch (final IOException | UncheckedIOException e) {
            throw Failure.environment(folder + ": cannot be used: " + e.getMessage());
        }
    }

    Path file(final String name) {
        return folder.resolve(name);
    }

    /** Notes what decides outcomes, or compares it with what was noted before. */
    void begin(final Map<String, Object> facts) {
        final Path file = file(BEGUN_WITH);
        if (Files.exists(file)) {
            compare(file, facts);
        } else {
            write(BEGUN_WITH, JsonOutput.of(facts) + "\n");
        }
    }

    private void compare(final Path file, final Map<String, Object> facts) {
        final JsonDocument before;
        try {
            before = StrictJson.parse(Files.readAllBytes(file), false);
        } catch (final IOException e) {
            throw Failure.environment(file + ": cannot be read: " + e.getMessage());
        }
        if (!before.valid()) {
            throw Failure.badInput(file + ": damaged: " + before.errors().get(0).message() + "; choose another -o");
        }
        final Map<String, String> was = new LinkedHashMap<>();
        flatten("", before.root(), was);
        final Map<String, String> is = new LinkedHashMap<>();
        flatten("", StrictJson.parse(JsonOutput.of(facts), false).root(), is);
        final TreeSet<String> names = new TreeSet<>(was.keySet());
        names.addAll(is.keySet());
        for (final String name : names) {
            final String old = was.getOrDefault(name, "nothing");
            final String now = is.getOrDefault(name, "nothing");
            if (!old.equals(now)) {
                throw Failure.badInput(folder + ": begun with " + name + " " + shown(old) + ", now it is " + shown(now)
                        + "; go on with the same, or choose another -o");
            }
        }
    }

    private static String shown(final String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "..";
    }

    private static void flatten(final String name, final JsonNode node, final Map<String, String> into) {
        for (final JsonMember member : node.members()) {
            flatten(name.isEmpty() ? member.key() : name + "." + member.key(), member.value(), into);
        }
        for (int i = 0; i < node.elements().size(); i++) {
            flatten(name + "[" + i + "]", node.elements().get(i), into);
        }
        if (node.members().isEmpty() && node.elements().isEmpty()) {
            into.put(name, node.text());
        }
    }

    /** Writes a file whole or not at all. */
    void write(final String name, final String text) {
        final Path file = file(name);
        final Path part = file(name + ".part");
        try {
            Files.writeString(part, text);
            try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (final IOException e) {
            throw Failure.environment(file + ": cannot be written: " + e.getMessage());
        }
    }
}
