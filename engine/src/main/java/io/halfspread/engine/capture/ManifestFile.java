package io.halfspread.engine.capture;

import io.halfspread.engine.capture.CaptureException.Cause;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;

/**
 * Reads and writes a capture's manifest. The last line is a checksum of all before it, looked at before anything is
 * parsed, so that a changed byte is found whatever it hits. A new manifest takes the old one's place in one step.
 */
public final class ManifestFile {
    private static final Pattern CHECKSUM_LINE = Pattern.compile("(?s)(.*\n)checksum: crc32c-([0-9a-f]{8})\n");
    private static final String TEMPORARY = CaptureDescriptor.MANIFEST + ".tmp";

    private ManifestFile() {}

    /**
     * Whether a folder has a manifest.
     *
     * @param folder the capture
     * @return false when it is no capture
     */
    public static boolean isPresent(final Path folder) {
        return Files.isRegularFile(folder.resolve(CaptureDescriptor.MANIFEST));
    }

    /**
     * Reads and checks a manifest.
     *
     * @param folder the capture
     * @return what it says
     * @throws CaptureException when there is none, or it is not as it was written
     */
    public static Manifest read(final Path folder) {
        final String text = new String(bytes(folder), StandardCharsets.UTF_8);
        final Matcher lines = CHECKSUM_LINE.matcher(text);
        if (!lines.matches()) {
            throw bad(folder, "does not end with a line 'checksum: crc32c-' and 8 hex digits");
        }
        final String body = lines.group(1);
        if (!lines.group(2).equals(checksum(body))) {
            throw bad(folder, "checksum " + lines.group(2) + ", computed " + checksum(body) + ": the file was changed");
        }
        final Manifest manifest = parse(folder, body);
        if (!ManifestYaml.render(manifest).equals(body)) {
            throw bad(folder, "a key stands twice or out of order");
        }
        return manifest;
    }

    static void write(final Path folder, final Manifest manifest) throws IOException {
        final String body = ManifestYaml.render(manifest);
        final String text = body + "checksum: crc32c-" + checksum(body) + "\n";
        final Path temporary = folder.resolve(TEMPORARY);
        try (FileChannel channel = FileChannel.open(
                temporary, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            final ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        } catch (final IOException e) {
            Files.deleteIfExists(temporary);
            throw e;
        }
        Files.move(
                temporary,
                folder.resolve(CaptureDescriptor.MANIFEST),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    static void deleteTemporary(final Path folder) throws IOException {
        Files.deleteIfExists(folder.resolve(TEMPORARY));
    }

    private static Manifest parse(final Path folder, final String body) {
        try {
            return ManifestYaml.parse(body);
        } catch (final IllegalArgumentException e) {
            throw bad(folder, e.getMessage());
        }
    }

    private static byte[] bytes(final Path folder) {
        if (!isPresent(folder)) {
            throw new CaptureException(
                    Cause.NOT_A_CAPTURE,
                    folder + ": not a capture: a folder with a file " + CaptureDescriptor.MANIFEST + " is accepted");
        }
        try {
            return Files.readAllBytes(folder.resolve(CaptureDescriptor.MANIFEST));
        } catch (final IOException e) {
            throw new CaptureException(
                    Cause.ENVIRONMENT, folder.resolve(CaptureDescriptor.MANIFEST) + ": cannot be read: " + e, e);
        }
    }

    private static CaptureException bad(final Path folder, final String what) {
        return new CaptureException(Cause.BAD_MANIFEST, folder.resolve(CaptureDescriptor.MANIFEST) + ": " + what);
    }

    private static String checksum(final String body) {
        final CRC32C crc = new CRC32C();
        crc.update(body.getBytes(StandardCharsets.UTF_8));
        return Hex.hex8((int) crc.getValue());
    }
}
