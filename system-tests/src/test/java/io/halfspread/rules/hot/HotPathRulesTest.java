package io.halfspread.rules.hot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfspread.rules.Modules;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class HotPathRulesTest {
    @Test
    void shouldFindNoFaultInMarkedClassesOfTheProduct() {
        final List<Path> classFiles = Modules.classDirectories().stream()
                .flatMap(directory -> Modules.files(directory, ".class").stream())
                .toList();

        final List<Violation> violations = HotPathScan.violations(classFiles);

        assertTrue(HotPathScan.marked(classFiles) > 20);
        assertEquals("", violations.stream().map(Violation::toString).sorted().collect(Collectors.joining("\n")));
    }
}
