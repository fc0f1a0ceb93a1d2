package io.halfspread.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.SparkConf;
import org.apache.spark.launcher.JavaModuleOptions;
import org.junit.jupiter.api.Test;

final class SparkSettingsTest {
    /** Passed by Spark, not by us: it warns at every start, and only linear algebra uses it; and what the launcher passes itself. */
    private static final Set<String> LEFT_OUT =
            Set.of("--add-modules=jdk.incubator.vector", "--sun-misc-unsafe-memory-access=allow");

    @Test
    void shouldPassFlagsThatSparksOwnLauncherPasses() throws IOException {
        final Set<String> expected = new TreeSet<>(List.of(JavaModuleOptions.defaultModuleOptionArray()));
        expected.removeAll(LEFT_OUT);
        final Set<String> stated = new TreeSet<>();
        for (final String line : Files.readAllLines(SweepFixture.home().resolve("spark/jvm.options"))) {
            if (line.startsWith("-") && !line.contains("slf4j") && !line.contains("halfspread")) {
                stated.add(line);
            }
        }

        assertEquals(expected, stated);
    }

    @Test
    void shouldSendOurFlagsToWorkers() throws IOException {
        final List<String> flags = List.of(SparkSettings.flags().split(" "));

        assertEquals(
                Files.readAllLines(SweepFixture.home().resolve("config/jvm.options")).stream()
                        .filter(line -> line.startsWith("-"))
                        .toList(),
                flags);
    }

    @Test
    void shouldPreferWhatIsStatedAsMaster() {
        assertEquals("local[3]", SparkSettings.master("local[3]", 2).text());
        assertEquals("local[2]", SparkSettings.master(null, 2).text());
    }

    @Test
    void shouldKeepWhatSomebodyHasSet() {
        final SparkConf conf = SparkSettings.of(MasterUrl.of("local[2]"));

        assertEquals("512m", conf.get("spark.executor.memory"));
        assertEquals("false", conf.get("spark.ui.enabled"));
        assertTrue(conf.get("spark.sql.warehouse.dir").startsWith("file:"));
    }
}
