package io.halfspread.rules.hot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfspread.rules.Modules;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PlantedFaultsTest {
    private static final List<Path> PLANTED =
            Modules.files(Modules.home().resolve("system-tests/target/test-classes/io/halfspread/planted"), ".class");

    @ParameterizedTest
    @CsvSource({
        "Clock, calls java.lang.System.nanoTime",
        "Exponential, calls java.lang.Math.exp",
        "StrictLogarithm, calls java.lang.StrictMath.log",
        "Format, works on text",
        "Lock, calls java.util.concurrent.locks.ReentrantLock.lock",
        "Monitor, takes a monitor",
        "SynchronizedMethod, is synchronized",
        "Creation, creates a java.lang.Object",
        "CreationInKeptLambda, creates a io.halfspread.planted.PlantedFaults$Creation",
        "ThrownException, creates a java.lang.IllegalArgumentException",
        "Boxing, boxes by java.lang.Long.valueOf",
        "CapturingLambda, has a call site made at run time",
        "Concatenation, has a call site made at run time",
        "Array, creates an array",
        "ObjectArray, creates an array",
        "ArrayCopy, copies an array",
        "EnhancedFor, asks for an iterator",
        "Stream, calls java.util.List.stream",
        "ThreadCall, calls java.lang.Thread.yield",
        "UnmarkedCall, calls io.halfspread.planted.PlantedFaults$Unmarked.step",
        "UnmarkedParent, extends io.halfspread.planted.PlantedFaults$Unmarked",
    })
    void shouldFindFaultWhenItIsPlanted(final String className, final String fault) {
        final String found = faultsOf(className);

        assertTrue(found.contains(fault), () -> className + ": " + found);
    }

    @Test
    void shouldFindNothingWhenClassIsClean() {
        assertEquals("", faultsOf("Clean"));
    }

    @Test
    void shouldNameMethodAndLineWhenFaultIsFound() {
        assertTrue(
                faultsOf("Clock").matches("io\\.halfspread\\.planted\\.PlantedFaults\\$Clock\\.step:[1-9][0-9]* .*"));
        assertFalse(faultsOf("Clock").contains("\n"));
    }

    private static String faultsOf(final String className) {
        return HotPathScan.violations(PLANTED).stream()
                .map(Violation::toString)
                .filter(text -> text.matches(".*PlantedFaults\\$" + className + "[ .:].*"))
                .collect(Collectors.joining("\n"));
    }
}
