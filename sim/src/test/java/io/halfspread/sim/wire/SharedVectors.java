package io.halfspread.sim.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** Signing cases of the venue's public SDKs, which are not part of the project. */
final class SharedVectors {
    private SharedVectors() {}

    /** Cases of one kind; skips the test with one line when the file is absent. */
    static List<JsonNode> ofKind(final String kind) throws IOException {
        final String shared = System.getProperty("halfspread.shared");
        final Path root =
                shared != null ? Path.of(shared) : Path.of(System.getProperty("halfspread.home", "."), "..", "shared");
        final Path file = root.resolve("vectors/signing.json").normalize();
        if (!Files.isRegularFile(file)) {
            System.out.println("skipped: no " + file);
        }
        Assumptions.assumeTrue(Files.isRegularFile(file), "no " + file);
        final List<JsonNode> found = new ArrayList<>();
        for (final JsonNode vector : new ObjectMapper().readTree(file.toFile()).path("vectors")) {
            if (vector.path("kind").asText().equals(kind)) {
                found.add(vector);
            }
        }
        return found;
    }
}
