package io.halfspread.engine.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ManifestFileTest {
    private static final String[] TEXTS = {
        "", "true", "null", "~", "a: b", "#", "- x", "[a", "'", "\"", "\\", "1e5", "0x1F", "é", "a\nb", " x ", "{}",
        ",", "\t", "\u0001"
    };

    @TempDir(factory = MemoryFolder.class)
    Path folder;

    private String body;

    @BeforeEach
    void writeManifest() throws IOException {
        SampleSession.record(folder.resolve("capture"), 1, 20);
        final String text = Files.readString(file());
        body = text.substring(0, text.lastIndexOf("checksum:"));
    }

    @Test
    void shouldReadBackTheSameWhenTextsAreAwkward() throws IOException {
        final SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 500; i++) {
            final List<SegmentEntry> segments = new ArrayList<>();
            for (int n = random.nextInt(4); n > 0; n--) {
                segments.add(new SegmentEntry(
                        CaptureDescriptor.segmentName(n),
                        random.nextLong(),
                        random.nextLong(),
                        "ab" + random.nextLong()));
            }
            final Manifest manifest = new Manifest(
                    1,
                    random.nextInt(65_536),
                    random.nextInt(65_536),
                    new CaptureIdentity(
                            "x" + text(random),
                            CaptureKind.values()[random.nextInt(CaptureKind.values().length)],
                            random.nextLong(),
                            text(random),
                            text(random),
                            List.of("ETH", "kPEPE", "@107", "HYPE")),
                    CaptureStatus.values()[random.nextInt(CaptureStatus.values().length)],
                    text(random),
                    text(random),
                    new CaptureTotals(random.nextLong(), -1, 0, random.nextLong(), 5, 6),
                    text(random),
                    segments);

            ManifestFile.write(folder, manifest);

            assertEquals(manifest, ManifestFile.read(folder));
        }
    }

    @Test
    void shouldNameTheKeyWhenItIsMissing() throws IOException {
        int keys = 0;
        for (final String line : body.lines().toList()) {
            if (line.matches("[a-zA-Z]+: [^\\[].*")) {
                final String key = line.substring(0, line.indexOf(':'));
                assertEquals(
                        file() + ": key '" + key + "' is missing",
                        refusal(body.replace(line + "\n", "")).getMessage());
                keys++;
            }
        }
        assertEquals(18, keys);
    }

    @Test
    void shouldNameTheKeyWhenItIsUnknownOrTwice() throws IOException {
        assertEquals(
                file() + ": unknown key 'colour'",
                refusal(body + "colour: red\n").getMessage());
        assertEquals(
                file() + ": unknown key 'segments[0].size'",
                refusal(body.replaceFirst("records: ", "size: 1,\n    records: "))
                        .getMessage());
        assertEquals(
                file() + ": a key stands twice or out of order",
                refusal(body + "layout: 1\n").getMessage());
    }

    @Test
    void shouldNameTheKeyWhenItsTypeIsWrong() throws IOException {
        final String[][] changes = {
            {"inputs: 20", "inputs: many", "key 'inputs': 'many' is not an integer"},
            {"inputs: 20", "inputs: 20.5", "key 'inputs': '20.5' is not an integer"},
            {"layout: 1", "layout: 2", "key 'layout': this build reads version 1, not 2"},
            {
                "kind: simulated",
                "kind: dream",
                "key 'kind': 'dream' is not one of live, paper, simulated, replay, import, record"
            },
            {"status: ended", "status: 7", "key 'status': '7' is not text"},
            {"\"0123456789abcdef\"", "xyz", "key 'contentId': 'xyz' is not 16 hex digits"},
            {
                "product: halfspread",
                "product: other",
                "key 'product': 'other 0.1.0-test' is not halfspread and a version"
            },
        };
        for (final String[] change : changes) {
            assertTrue(body.contains(change[0]), change[0] + " in " + body);
            assertEquals(
                    file() + ": " + change[2],
                    refusal(body.replace(change[0], change[1])).getMessage());
        }
    }

    @Test
    void shouldRefuseTheFileWhenItIsNotYaml() throws IOException {
        for (final String text : new String[] {"", "\n", "[1, 2]\n", "{{{\n", "a\n", "'\n", "- - -\n", "\u0000\n"}) {
            assertEquals(CaptureException.Cause.BAD_MANIFEST, refusal(text).kind());
        }
    }

    /** Wire fails on this by assertion, which is how fuzzing found it. */
    @Test
    void shouldRefuseTheFileWhenAValueHasABraceInIt() throws IOException {
        assertTrue(refusal("product: half{x 1\n").getMessage().contains("manifest.yaml: "));
    }

    private CaptureException refusal(final String changed) throws IOException {
        final CRC32C crc = new CRC32C();
        crc.update(changed.getBytes(StandardCharsets.UTF_8));
        Files.writeString(file(), changed + "checksum: crc32c-" + Hex.hex8((int) crc.getValue()) + "\n");
        final CaptureException thrown =
                assertThrows(CaptureException.class, () -> ManifestFile.read(folder.resolve("capture")));
        assertEquals(1, thrown.getMessage().lines().count(), thrown.getMessage());
        return thrown;
    }

    private Path file() {
        return folder.resolve("capture").resolve("manifest.yaml");
    }

    private static String text(final SplittableRandom random) {
        return TEXTS[random.nextInt(TEXTS.length)];
    }
}
