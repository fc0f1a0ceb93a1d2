package io.halfspread.spark;

import io.halfspread.app.console.Failure;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.stream.Collectors;
import org.apache.spark.SparkConf;

/**
 * What Spark is told. Whatever {@code spark-submit}, a system property {@code spark.*} or the like has set stays; this is
 * what a sweep needs where nobody said anything.
 */
final class SparkSettings {
    /** Spark's property for the folder in which workers keep captures. */
    static final String CACHE = "spark.halfspread.cache";

    /** The jar with all that workers need and Spark does not bring. */
    static final String JAR = "halfspread-spark.jar";

    private static final String MASTER = "spark.master";
    private static final String JARS = "spark.jars";
    private static final String EXECUTOR_FLAGS = "spark.executor.extraJavaOptions";

    private SparkSettings() {}

    /**
     * The address of the master.
     *
     * @param stated  what {@code --master} says, or null
     * @param threads tasks at a time where nobody says anything
     * @return what is stated, else what Spark was told otherwise, else that many threads of this process
     */
    static MasterUrl master(final String stated, final int threads) {
        return MasterUrl.of(stated != null ? stated : new SparkConf().get(MASTER, "local[" + threads + "]"));
    }

    /**
     * Settings of a session.
     *
     * @param master where it runs
     * @return the settings
     */
    static SparkConf of(final MasterUrl master) {
        final SparkConf conf = new SparkConf()
                .setMaster(master.text())
                .setIfMissing("spark.app.name", "halfspread sweep")
                .setIfMissing("spark.ui.enabled", "false")
                .setIfMissing("spark.ui.showConsoleProgress", "false")
                .setIfMissing("spark.sql.warehouse.dir", scratch("halfspread-warehouse"));
        return master.isLocal() ? conf : cluster(conf, master);
    }

    /** A task that failed on one worker is tried on others, and a worker that fails tasks is left out. */
    private static SparkConf cluster(final SparkConf conf, final MasterUrl master) {
        conf.setIfMissing("spark.excludeOnFailure.enabled", "true")
                .setIfMissing("spark.excludeOnFailure.task.maxTaskAttemptsPerNode", "4")
                .setIfMissing("spark.excludeOnFailure.stage.maxFailedExecutorsPerNode", "64")
                .setIfMissing("spark.task.maxFailures", "8")
                .setIfMissing("spark.executor.memory", "1g");
        final String flags = flags();
        conf.set(EXECUTOR_FLAGS, (conf.get(EXECUTOR_FLAGS, "") + " " + flags).strip());
        if (conf.get(JARS, "").isEmpty()) {
            conf.set(JARS, jar().toString());
        }
        if (master.isLoopback()) {
            conf.setIfMissing("spark.driver.host", "127.0.0.1").setIfMissing("spark.driver.bindAddress", "127.0.0.1");
        }
        return conf;
    }

    /** The flags of {@code config/jvm.options}, which our classes need in whatever JVM they run. */
    static String flags() {
        try (InputStream in = SparkSettings.class.getResourceAsStream("jvm.options");
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> line.startsWith("-")).collect(Collectors.joining(" "));
        } catch (final IOException e) {
            throw new IllegalStateException("the jar lacks jvm.options", e);
        }
    }

    /** The jar for workers: this class's own, or the one beside it in a checkout. */
    private static Path jar() {
        final CodeSource source = SparkSettings.class.getProtectionDomain().getCodeSource();
        try {
            final Path own = Path.of(source.getLocation().toURI());
            final Path jar = own.getFileName().toString().equals(JAR) ? own : own.resolveSibling(JAR);
            if (Files.isRegularFile(jar)) {
                return jar;
            }
            throw Failure.environment("no " + jar + ", which workers are given; mvn -pl spark -am package makes it");
        } catch (final URISyntaxException e) {
            throw new IllegalStateException("a class has no place", e);
        }
    }

    private static String scratch(final String name) {
        return Path.of(System.getProperty("java.io.tmpdir"), name).toUri().toString();
    }
}
