package io.halfspread.rules.sources;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfspread.rules.Modules;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TourTest {
    private static final int LEAST_REFERENCES = 10;

    @Test
    void shouldNameOnlyWhatExistsInArchitectureTour() throws IOException {
        final String tour = Files.readString(Modules.home().resolve("ARCHITECTURE.md"));

        final List<String> references = SourceReferences.in(tour);

        assertTrue(references.size() >= LEAST_REFERENCES, () -> "only " + references);
        assertEquals(List.of(), SourceReferences.missing(references));
    }

    @Test
    void shouldFindReferencesWhenTextHasThem() {
        final String text = "Open `sim/…/sim/SyntheticSession#write`, then `EventRing#claim`, see `PlantedFaultsTest`;"
                + " `codec/src/main/java/io/halfspread/codec/contract/HotPath.java`, not `config/jvm.options` or `Math`.";

        assertEquals(
                List.of(
                        "sim/…/sim/SyntheticSession#write",
                        "EventRing#claim",
                        "PlantedFaultsTest",
                        "codec/src/main/java/io/halfspread/codec/contract/HotPath.java"),
                SourceReferences.in(text));
        assertEquals(List.of(), SourceReferences.missing(SourceReferences.in(text)));
    }

    @Test
    void shouldReportReferenceWhenItIsWrong() {
        final List<String> wrong = List.of(
                "engine/…/sim/SyntheticSession#write",
                "sim/…/book/SyntheticSession#write",
                "sim/…/SyntheticSession#read",
                "NoSuchClass#run",
                "NoSuchTest",
                "codec/src/main/java/Missing.java");

        assertEquals(wrong, SourceReferences.missing(wrong));
    }
}
