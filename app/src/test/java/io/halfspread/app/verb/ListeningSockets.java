package io.halfspread.app.verb;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What a process listens on, as Linux tells it. */
final class ListeningSockets {
    private static final String LISTENING = "0A";
    private static final String LOOPBACK_4 = "0100007F";
    private static final String LOOPBACK_4_IN_6 = "0000000000000000FFFF00000100007F";
    private static final String LOOPBACK_6 = "00000000000000000000000001000000";
    private static final int LOCAL = 1;
    private static final int STATE = 3;
    private static final int INODE = 9;

    private ListeningSockets() {}

    /** Addresses a process listens on: "loopback" or as the kernel writes them. */
    static List<String> of(final long pid) throws IOException {
        final Path process = Path.of("/proc", String.valueOf(pid));
        final Set<String> inodes = inodes(process.resolve("fd"));
        final List<String> listening = new ArrayList<>();
        for (final String table : List.of("tcp", "tcp6", "udp", "udp6")) {
            final Path file = process.resolve("net").resolve(table);
            for (final String line : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
                final String[] fields = line.strip().split("\\s+");
                if (fields.length > INODE
                        && inodes.contains(fields[INODE])
                        && (table.startsWith("udp") || fields[STATE].equals(LISTENING))) {
                    listening.add(name(fields[LOCAL].substring(0, fields[LOCAL].indexOf(':'))));
                }
            }
        }
        return listening;
    }

    private static String name(final String address) {
        return Set.of(LOOPBACK_4, LOOPBACK_4_IN_6, LOOPBACK_6).contains(address) ? "loopback" : address;
    }

    private static Set<String> inodes(final Path descriptors) throws IOException {
        final Set<String> inodes = new HashSet<>();
        try (Stream<Path> all = Files.list(descriptors)) {
            all.forEach(descriptor -> {
                final String target = target(descriptor);
                if (target.startsWith("socket:[")) {
                    inodes.add(target.substring("socket:[".length(), target.length() - 1));
                }
            });
        }
        return inodes;
    }

    /** Descriptors come and go while they are looked at. */
    private static String target(final Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (final NoSuchFileException e) {
            return "";
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
