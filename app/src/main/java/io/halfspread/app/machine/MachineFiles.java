package io.halfspread.app.machine;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The files in which a Linux kernel describes itself. What another system, a container or a virtual machine does not have is
 * null or empty, never an error.
 *
 * @param root folder that holds {@code proc} and {@code sys}: / but for tests
 */
public record MachineFiles(Path root) {
    private static final int MAX_BYTES = 1 << 16;

    /** Those of this machine. */
    public static final MachineFiles OF_THIS_MACHINE = new MachineFiles(Path.of("/"));

    /**
     * Text of a file.
     *
     * @param file below the root
     * @return without white space at its ends; null when it cannot be read
     */
    public String read(final String file) {
        try (InputStream in = Files.newInputStream(root.resolve(file))) {
            // In one go: settings of the kernel have no size, and a second read of one finds nothing.
            final byte[] text = new byte[MAX_BYTES];
            int length = 0;
            for (int read = in.read(text); read > 0; read = in.read(text, length, MAX_BYTES - length)) {
                length += read;
            }
            return new String(text, 0, length, StandardCharsets.UTF_8).strip();
        } catch (final IOException | RuntimeException e) {
            return null;
        }
    }

    /**
     * Files that a pattern names.
     *
     * @param pattern path below the root; a {@code *} within a name stands for any text
     * @return paths below the root, sorted
     */
    public List<String> matching(final String pattern) {
        List<String> found = List.of("");
        for (final String name : pattern.split("/")) {
            final List<String> deeper = new ArrayList<>();
            found.forEach(folder -> below(folder, name, deeper));
            found = deeper;
        }
        Collections.sort(found);
        return found;
    }

    private void below(final String folder, final String name, final List<String> found) {
        final String prefix = folder.isEmpty() ? "" : folder + "/";
        if (!name.contains("*")) {
            if (Files.exists(root.resolve(prefix + name))) {
                found.add(prefix + name);
            }
            return;
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(root.resolve(folder), name)) {
            entries.forEach(entry -> found.add(prefix + entry.getFileName()));
        } catch (final IOException | RuntimeException e) {
            // A folder that is not there or not ours to read has no such files.
            return;
        }
    }

    /**
     * A value of a file of lines {@code NAME: VALUE}.
     *
     * @param file below the root
     * @param name first word of the line, without the colon
     * @return the value; null when it is not there
     */
    public String member(final String file, final String name) {
        final String text = read(file);
        if (text == null) {
            return null;
        }
        return text.lines()
                .filter(line -> line.startsWith(name + ":"))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst()
                .orElse(null);
    }

    /**
     * Cores that are switched on, isolated ones too, which {@link Runtime#availableProcessors()} leaves out.
     *
     * @return the cores; where the system does not say, as many as the JVM may use
     */
    public CoreList online() {
        final CoreList online = CoreList.of(read("sys/devices/system/cpu/online"));
        return online.count() > 0 ? online : CoreList.first(Runtime.getRuntime().availableProcessors());
    }

    /**
     * Cores on which the calling thread may run.
     *
     * @return the cores, none where the system does not say
     */
    public CoreList allowed() {
        return CoreList.of(member("proc/thread-self/status", "Cpus_allowed_list"));
    }

    /**
     * The system's number of the calling thread.
     *
     * @return its id; 0 where the system does not say
     */
    public long threadId() {
        try {
            return Long.parseLong(
                    root.resolve("proc/thread-self").toRealPath().getFileName().toString());
        } catch (final IOException | NumberFormatException e) {
            return 0;
        }
    }
}
