package io.halfspread.engine.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.halfspread.fuzz.KeptInputs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32C;

/** A manifest with any text under a right checksum: it means what it says, or is refused by a capture's own exception. */
class ManifestFuzzTest {
    private final Path folder;

    ManifestFuzzTest() throws IOException {
        folder = Files.createTempDirectory("manifest");
    }

    @KeptInputs
    @FuzzTest
    void shouldReadOrRefuse(final byte[] bytes) throws IOException {
        final String body = new String(bytes, StandardCharsets.UTF_8);
        final byte[] text = body.getBytes(StandardCharsets.UTF_8);
        final CRC32C crc = new CRC32C();
        crc.update(text);
        final String whole = body + "checksum: crc32c-" + Hex.hex8((int) crc.getValue()) + "\n";
        Files.writeString(folder.resolve(CaptureDescriptor.MANIFEST), whole);
        try {
            assertEquals(body, ManifestYaml.render(ManifestFile.read(folder)));
        } catch (final CaptureException e) {
            assertEquals(CaptureException.Cause.BAD_MANIFEST, e.kind());
        }
    }
}
