package io.halfspread.rules;

import static org.junit.jupiter.api.Assertions.assertThrows;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

final class ArchitectureRulesTest {
    private static final String[] PLANTED_ORDER = {
        "io.halfspread.codec.planted",
        "io.halfspread.engine.planted",
        "io.halfspread.gateway.planted",
        "io.halfspread.sim.planted",
        "io.halfspread.app.planted"
    };

    private static final JavaClasses PRODUCT = new ClassFileImporter().importPaths(Modules.classDirectories());

    @Test
    void shouldKeepModulesInOrder() {
        ArchitectureRules.moduleOrder().forEach(rule -> rule.check(PRODUCT));
    }

    @Test
    void shouldKeepVenueAndFilesOutOfEngine() {
        ArchitectureRules.engineKnowsNoVenue().forEach(rule -> rule.check(PRODUCT));
    }

    @Test
    void shouldHaveNoPackageCycles() {
        ArchitectureRules.noPackageCycles().check(PRODUCT);
    }

    @Test
    void shouldHaveNoMutableStatics() {
        ArchitectureRules.noMutableStatics().check(PRODUCT);
    }

    @Test
    void shouldKeepNamingRules() {
        ArchitectureRules.names().forEach(rule -> rule.check(PRODUCT));
    }

    @Test
    void shouldFindEachPlantedFault() {
        assertFound(ArchitectureRules.noPackageCycles(), "io.halfspread.planted.cycle");
        assertFound(ArchitectureRules.noMutableStatics(), "io.halfspread.engine.planted");
        ArchitectureRules.engineKnowsNoVenue().forEach(rule -> assertFound(rule, "io.halfspread.engine.planted"));
        ArchitectureRules.names().forEach(rule -> assertFound(rule, "io.halfspread.engine.planted"));
        ArchitectureRules.moduleOrder().forEach(rule -> assertFound(rule, PLANTED_ORDER));
    }

    private static void assertFound(final ArchRule rule, final String... packages) {
        final JavaClasses planted = new ClassFileImporter().importPackages(packages);

        assertThrows(AssertionError.class, () -> rule.check(planted), rule::getDescription);
    }
}
