package io.halfspread.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A real standalone cluster on loopback, each part a process of its own: a master and workers of one core. They run from the
 * jars of this module's class path that are not ours, as an installed Spark would.
 */
final class SparkCluster implements AutoCloseable {
    /** Bytes that all processes of a cluster of two may take together. */
    static final long MEMORY_BYTES = 3_500_000_000L;

    private static final Pattern ADDRESS = Pattern.compile("Starting Spark master at (spark://[0-9.]+:[0-9]+)");
    private static final String REGISTERED = "Successfully registered with master";
    private static final long PATIENCE_S = 120;

    private final Path folder;
    private final Path home;
    private final List<Process> processes = new ArrayList<>();
    private final String address;

    private SparkCluster(final Path folder) throws IOException, InterruptedException {
        this.folder = folder;
        this.home = home(folder);
        final Path log = folder.resolve("master.log");
        start(log, "256m", List.of("org.apache.spark.deploy.master.Master", "--port", "0"));
        await("the master", log, () -> ADDRESS.matcher(text(log)).find());
        final Matcher matcher = ADDRESS.matcher(text(log));
        matcher.find();
        address = matcher.group(1);
    }

    static SparkCluster start(final Path folder, final int workers) throws IOException, InterruptedException {
        final SparkCluster cluster = new SparkCluster(folder);
        try {
            for (int worker = 0; worker < workers; worker++) {
                cluster.startWorker(worker);
            }
            for (int worker = 0; worker < workers; worker++) {
                final Path log = cluster.workerLog(worker);
                await("worker " + worker, log, () -> text(log).contains(REGISTERED));
            }
        } catch (final IOException | RuntimeException e) {
            cluster.close();
            throw e;
        }
        return cluster;
    }

    /** Bytes that processes may take on this machine without taking them from others; plenty when nobody knows. */
    static long availableBytes() throws IOException {
        final Path memory = Path.of("/proc/meminfo");
        if (!Files.isReadable(memory)) {
            return Long.MAX_VALUE;
        }
        final Matcher line = Pattern.compile("MemAvailable: +([0-9]+) kB").matcher(Files.readString(memory));
        return line.find() ? Long.parseLong(line.group(1)) * 1024 : Long.MAX_VALUE;
    }

    String address() {
        return address;
    }

    /** Where a worker keeps captures. */
    Path cache(final int worker) {
        return folder.resolve("scratch-" + worker).resolve("halfspread-captures");
    }

    /** Ends a worker and its executor as a machine ends that loses its power. */
    void killWorker(final int worker) {
        kill(processes.get(1 + worker));
    }

    boolean isWorkerAlive(final int worker) {
        return processes.get(1 + worker).isAlive();
    }

    @Override
    public void close() {
        for (int i = processes.size() - 1; i >= 0; i--) {
            kill(processes.get(i));
        }
    }

    private void startWorker(final int worker) throws IOException {
        Files.createDirectories(folder.resolve("scratch-" + worker));
        start(
                workerLog(worker),
                "256m",
                List.of(
                        "org.apache.spark.deploy.worker.Worker",
                        "--cores",
                        "1",
                        "--memory",
                        "768m",
                        "--work-dir",
                        folder.resolve("work-" + worker).toString(),
                        address),
                "SPARK_LOCAL_DIRS=" + folder.resolve("scratch-" + worker));
    }

    private Path workerLog(final int worker) {
        return folder.resolve("worker-" + worker + ".log");
    }

    private void start(final Path log, final String heap, final List<String> words, final String... environment)
            throws IOException {
        final List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "-cp",
                home.resolve("jars") + "/*"));
        Files.readAllLines(SweepFixture.home().resolve("spark/jvm.options")).stream()
                .filter(line -> line.startsWith("-") && !line.contains("slf4j") && !line.contains("halfspread"))
                .forEach(command::add);
        command.addAll(words.subList(0, 1));
        command.addAll(List.of("--host", "127.0.0.1", "--webui-port", "0"));
        command.addAll(words.subList(1, words.size()));
        final ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("SPARK_HOME", home.toString());
        builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
        builder.environment().put("SPARK_SCALA_VERSION", "2.13");
        // Compiling well costs more than short runs give back.
        builder.environment().put("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
        for (final String variable : environment) {
            final int equals = variable.indexOf('=');
            builder.environment().put(variable.substring(0, equals), variable.substring(equals + 1));
        }
        processes.add(builder.start());
    }

    /** What an unpacked distribution of Spark looks like to its own launcher. */
    private static Path home(final Path folder) throws IOException {
        final Path home = folder.resolve("spark-home");
        final Path jars = Files.createDirectories(home.resolve("jars"));
        for (final String each : System.getProperty("java.class.path").split(System.getProperty("path.separator"))) {
            final Path jar = Path.of(each);
            if (each.endsWith(".jar")
                    && !each.contains("halfspread")
                    && !Files.exists(jars.resolve(jar.getFileName()))) {
                Files.createSymbolicLink(jars.resolve(jar.getFileName()), jar);
            }
        }
        return home;
    }

    private static void kill(final Process process) {
        final List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
        process.destroyForcibly();
        all.forEach(ProcessHandle::destroyForcibly);
        try {
            process.waitFor(PATIENCE_S, TimeUnit.SECONDS);
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void await(final String what, final Path log, final BooleanSupplier condition)
            throws InterruptedException {
        final long deadlineNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_S);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadlineNs) {
                throw new IllegalStateException(what + " does not come up:\n" + text(log));
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private static String text(final Path log) {
        try {
            return Files.exists(log) ? Files.readString(log) : "";
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
