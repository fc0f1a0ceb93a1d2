package io.halfspread.app.verb;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Looks for a key in files, in every form a program could have left it in. */
final class SecretSearch {
    static final String TEXT = "as text";

    private static final int TELLING_DIGITS = 24;
    private static final int LIMB_BITS = 52;
    private static final long LIMB = (1L << LIMB_BITS) - 1;

    private final Map<String, List<byte[]>> forms = new LinkedHashMap<>();

    /** Prepares a search for a key of 64 digits. */
    SecretSearch(final String digits) {
        final byte[] key = HexFormat.of().parseHex(digits);
        for (final String text : List.of(digits.toLowerCase(Locale.ROOT), digits.toUpperCase(Locale.ROOT))) {
            add(TEXT, text.substring(0, TELLING_DIGITS).getBytes(StandardCharsets.US_ASCII));
            add(TEXT, text.substring(64 - TELLING_DIGITS).getBytes(StandardCharsets.US_ASCII));
            add("as UTF-16 text", text.substring(0, TELLING_DIGITS).getBytes(StandardCharsets.UTF_16BE));
            add("as UTF-16 text", text.substring(0, TELLING_DIGITS).getBytes(StandardCharsets.UTF_16LE));
        }
        for (int i = 0; i < 32; i += 16) {
            add("as bytes", slice(key, i, 16));
            add("as bytes, reversed", reversed(slice(key, i, 16)));
        }
        final long[] words = new long[4];
        for (int i = 0; i < 4; i++) {
            words[i] = ByteBuffer.wrap(key).getLong(24 - 8 * i);
            number("as a word of 64 bits", words[i]);
        }
        number("as a limb of 52 bits", words[0] & LIMB);
        number("as a limb of 52 bits", (words[0] >>> 52 | words[1] << 12) & LIMB);
        number("as a limb of 52 bits", (words[1] >>> 40 | words[2] << 24) & LIMB);
        number("as a limb of 52 bits", (words[2] >>> 28 | words[3] << 36) & LIMB);
        number("as a limb of 52 bits", words[3] >>> 16);
        for (int i = 0; i < 32; i += 8) {
            add("as two words of 32 bits", slice(key, i, 8));
        }
    }

    /** Forms found in a file. */
    List<String> in(final Path file) {
        final List<String> found = new ArrayList<>();
        try (RandomAccessFile random = new RandomAccessFile(file.toFile(), "r");
                FileChannel channel = random.getChannel()) {
            if (channel.size() == 0) {
                return found;
            }
            final MappedByteBuffer bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
            search(bytes, found);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    /** Forms found in any file below a folder, with the file's name, but for one file. */
    List<String> below(final Path folder, final Path but) throws IOException {
        final List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(Files::isRegularFile)
                    .filter(file -> !file.equals(but))
                    .forEach(file -> in(file).forEach(form -> found.add(folder.relativize(file) + ": " + form)));
        }
        return found;
    }

    private void search(final ByteBuffer bytes, final List<String> found) {
        final boolean[] candidates = new boolean[1 << 16];
        forms.values()
                .forEach(patterns ->
                        patterns.forEach(pattern -> candidates[(pattern[0] & 0xFF) << 8 | pattern[1] & 0xFF] = true));
        int window = 0;
        for (int at = 0; at < bytes.limit(); at++) {
            window = (window << 8 | bytes.get(at) & 0xFF) & 0xFFFF;
            if (candidates[window] && at > 0) {
                addForms(bytes, at - 1, found);
            }
        }
    }

    private void addForms(final ByteBuffer bytes, final int at, final List<String> found) {
        forms.forEach((form, patterns) -> {
            if (!found.contains(form) && patterns.stream().anyMatch(pattern -> matches(bytes, at, pattern))) {
                found.add(form);
            }
        });
    }

    private static boolean matches(final ByteBuffer bytes, final int at, final byte[] pattern) {
        if (at + pattern.length > bytes.limit()) {
            return false;
        }
        for (int i = 0; i < pattern.length; i++) {
            if (bytes.get(at + i) != pattern[i]) {
                return false;
            }
        }
        return true;
    }

    private void number(final String form, final long value) {
        add(form, ByteBuffer.allocate(8).putLong(value).array());
        add(
                form,
                ByteBuffer.allocate(8)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putLong(value)
                        .array());
    }

    private void add(final String form, final byte[] pattern) {
        forms.computeIfAbsent(form, key -> new ArrayList<>()).add(pattern);
    }

    private static byte[] slice(final byte[] bytes, final int from, final int length) {
        final byte[] slice = new byte[length];
        System.arraycopy(bytes, from, slice, 0, length);
        return slice;
    }

    private static byte[] reversed(final byte[] bytes) {
        final byte[] reversed = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            reversed[i] = bytes[bytes.length - 1 - i];
        }
        return reversed;
    }
}
