package io.halfspread.gateway.keys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
import java.util.function.Consumer;

/** The {@code .env} of a folder: lines NAME=VALUE, blank lines and lines that begin with #. */
final class EnvironmentFile {
    private static final Set<PosixFilePermission> OTHERS = Set.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);

    private final Path file;

    EnvironmentFile(final Path folder) {
        file = folder.resolve(".env");
    }

    boolean exists() {
        return Files.isRegularFile(file);
    }

    Path path() {
        return file;
    }

    /** Value of a name as ASCII characters, null when it is not there; the last line with it counts. */
    char[] value(final String name) {
        final byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (final IOException e) {
            throw new KeyException(file + ": cannot be read (" + e.getClass().getSimpleName() + ")");
        }
        char[] found = null;
        for (int start = 0, end; start < bytes.length; start = end + 1) {
            end = start;
            while (end < bytes.length && bytes[end] != '\n') {
                end++;
            }
            final char[] value = valueOfLine(bytes, start, end, name);
            if (value != null) {
                Secrets.wipe(found);
                found = value;
            }
        }
        Secrets.wipe(bytes);
        return found;
    }

    private static char[] valueOfLine(final byte[] bytes, final int start, final int end, final String name) {
        int from = skipBlank(bytes, start, end);
        if (startsWith(bytes, from, end, "export ")) {
            from = skipBlank(bytes, from + "export ".length(), end);
        }
        if (!startsWith(bytes, from, end, name)) {
            return null;
        }
        from = skipBlank(bytes, from + name.length(), end);
        if (from == end || bytes[from] != '=') {
            return null;
        }
        from = skipBlank(bytes, from + 1, end);
        int to = end;
        while (to > from && isBlank(bytes[to - 1])) {
            to--;
        }
        final boolean quoted =
                to - from >= 2 && bytes[from] == bytes[to - 1] && (bytes[from] == '"' || bytes[from] == '\'');
        final int margin = quoted ? 1 : 0;
        final char[] value = new char[to - from - 2 * margin];
        for (int i = 0; i < value.length; i++) {
            value[i] = (char) (bytes[from + margin + i] & 0xFF);
        }
        return value;
    }

    private static boolean startsWith(final byte[] bytes, final int from, final int end, final String text) {
        if (end - from < text.length()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (bytes[from + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static int skipBlank(final byte[] bytes, final int from, final int end) {
        int at = from;
        while (at < end && isBlank(bytes[at])) {
            at++;
        }
        return at;
    }

    private static boolean isBlank(final byte value) {
        return value == ' ' || value == '\t' || value == '\r';
    }

    /** Warns when others than the owner may read or write a file that holds a secret. */
    static void warnWhenOpen(final Path file, final Consumer<String> warnings) {
        final PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (view == null) {
            return;
        }
        try {
            if (view.readAttributes().permissions().stream().anyMatch(OTHERS::contains)) {
                warnings.accept(file + ": others than its owner may read or write it; chmod 600 closes it");
            }
        } catch (final IOException e) {
            warnings.accept(file + ": its permissions cannot be read");
        }
    }
}
