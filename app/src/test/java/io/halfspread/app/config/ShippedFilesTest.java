package io.halfspread.app.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfspread.engine.tuning.TuningParam;
import io.halfspread.engine.tuning.TuningSource;
import io.halfspread.engine.tuning.TuningValues;
import io.halfspread.gateway.tuning.TuningFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ShippedFilesTest {
    private static final Path HOME = Path.of(System.getProperty("halfspread.home"));

    @Test
    void shouldShipTheDefaultsByteForByteAsTheTableWritesThem() throws IOException {
        final TuningFile shipped = TuningFile.of(Files.readAllBytes(HOME.resolve("tuning_params.json")));
        final TuningFile example = TuningFile.of(Files.readAllBytes(HOME.resolve("tuning_params.example.json")));

        assertEquals(TuningValues.defaults().toJson(), Files.readString(HOME.resolve("tuning_params.json")));
        assertEquals(TuningSource.defaults().sha256(), shipped.sha256());
        assertEquals(TuningValues.defaults(), example.whole());
        assertEquals(TuningParam.COUNT, example.stated().size());
    }

    @Test
    void shouldShipEveryPresetOfTheGuideAsAFileThatLoads() throws IOException {
        final List<String> names = List.of(
                "accumulate",
                "aggressive",
                "balanced",
                "conservative",
                "high-volatility",
                "inventory-building",
                "more-fills",
                "volatile");
        try (Stream<Path> files = Files.list(HOME.resolve("config/presets"))) {
            assertEquals(
                    names,
                    files.map(file -> file.getFileName().toString().replace(".json", ""))
                            .sorted()
                            .toList());
        }
        for (final String name : names) {
            final TuningFile preset =
                    TuningFile.of(Files.readAllBytes(HOME.resolve("config/presets/" + name + ".json")));

            assertTrue(preset.accepted(), () -> name + ": " + preset.reason());
            assertEquals(
                    name.equals("balanced"),
                    preset.over(TuningValues.defaults()).equals(TuningValues.defaults()),
                    name);
        }
    }

    @Test
    void shouldShipAConfigurationThatStatesTheDefaults() {
        final HalfspreadConfig config = HalfspreadConfig.load(HOME.resolve("config/halfspread.yaml"));
        int stated = 0;
        for (final ConfigOption option : ConfigOption.values()) {
            stated += config.states(option) ? 1 : 0;
            assertTrue(option.type().accepts(option.defaultText(), false), option.path());
            assertEquals(option.defaultText(), config.text(option), option.path());
        }
        assertTrue(stated > 25, "stated: " + stated);
    }
}
