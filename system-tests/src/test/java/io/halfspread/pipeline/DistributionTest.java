package io.halfspread.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfspread.rules.Modules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code scripts/package} makes, unpacked where there are no sources and a Maven that must not be called. */
final class DistributionTest {
    private static final String COMPLETE = "source completion/halfspread.bash; COMP_WORDS=(halfspread %1$s);"
            + " COMP_CWORD=%2$d; COMP_LINE=\"halfspread %1$s\"; COMP_POINT=${#COMP_LINE}; _complete_halfspread;"
            + " printf '%%s\\n' \"${COMPREPLY[@]}\"";

    @TempDir
    private static Path folder;

    private static Path root;
    private static Path mavenCalled;
    private static Map<String, String> environment;

    @BeforeAll
    static void unpack() throws Exception {
        PackagedApp.require("the distribution is tested");
        final boolean whole = Files.exists(Modules.home().resolve("app/target/halfspread-one.jar"));
        if (!whole) {
            System.out.println("skipped: the launcher's build leaves the one jar out; mvn verify makes it");
        }
        Assumptions.assumeTrue(whole);
        final ScriptRun packed = run(
                folder, "bash", Modules.home().resolve("scripts/package").toString(), "--as-built", folder.toString());
        assertEquals(0, packed.exitCode(), packed.err());
        assertEquals(0, run(folder, "tar", "-xzf", packed.out().strip()).exitCode());
        root = folder.resolve(
                Path.of(packed.out().strip()).getFileName().toString().replace(".tar.gz", ""));
        mavenCalled = folder.resolve("maven-was-called");
        final Path tools = Files.createDirectory(folder.resolve("tools"));
        final Path maven = Files.writeString(tools.resolve("mvn"), "#!/bin/sh\ntouch " + mavenCalled + "\nexit 99\n");
        assertTrue(maven.toFile().setExecutable(true));
        environment = Map.of("PATH", tools + ":" + System.getenv("PATH"));
    }

    @Test
    void shouldTellVersionAndCommit() throws Exception {
        final ScriptRun run = launch("--version");

        assertEquals(0, run.exitCode(), run.err());
        assertTrue(run.out().startsWith("halfspread " + version()), run.out());
        assertTrue(
                Pattern.compile("\nsources (commit [0-9a-f]{12}|not under)")
                        .matcher(run.out())
                        .find(),
                run.out());
        assertFalse(Files.exists(mavenCalled));
    }

    @Test
    void shouldReplayItsSessionToTheSameHashFromOneJarAlone() throws Exception {
        final ScriptRun run = run(
                folder,
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                root.resolve("halfspread.jar").toString(),
                "replay",
                root.resolve("config/sessions/hype-synthetic.gz").toString(),
                "--asset",
                "HYPE",
                "--json");

        assertEquals(0, run.exitCode(), run.err());
        assertTrue(run.out().contains(ReplayHash.here()), run.out());
    }

    @Test
    void shouldQuote() throws Exception {
        final Path input = Files.writeString(
                folder.resolve("quotes.jsonl"),
                "{\"mid\":100,\"imbalance\":0,\"spread_bps\":1,\"inventory\":0,\"mu_hat\":0,\"half_spread_bps\":5,"
                        + "\"max_position\":1,\"order_size\":0.1,\"sz_decimals\":2}\n");

        final ScriptRun run = runIn(root, "sh", "-c", "scripts/halfspread quote <" + input);

        assertEquals(0, run.exitCode(), run.out() + run.err());
        assertTrue(run.out().contains("\"bid_px\":\"99.95\""), run.out());
    }

    @Test
    void shouldShowDemonstration() throws Exception {
        final ScriptRun run = launch("demo", "--lock-step", "--seconds", "10", "--seed", "7", "--json");

        assertEquals(0, run.exitCode(), run.err());
        assertTrue(run.out().replace(" ", "").contains("\"verified\":true"), run.out());
        assertFalse(Files.exists(mavenCalled));
    }

    @Test
    void shouldSayWhatIsMissingWithoutJar() throws Exception {
        final Path torn =
                Files.createDirectories(folder.resolve("torn/scripts")).getParent();
        for (final String script : List.of("halfspread", "jvm.sh")) {
            Files.copy(
                    root.resolve("scripts").resolve(script),
                    torn.resolve("scripts").resolve(script));
        }
        Files.createDirectories(torn.resolve("config/jvm"));
        for (final String file : List.of("laptop.options", "gc-serial.options")) {
            Files.copy(
                    root.resolve("config/jvm").resolve(file),
                    torn.resolve("config/jvm").resolve(file));
        }

        final ScriptRun run = runIn(torn, "sh", "scripts/halfspread", "--version");

        assertEquals(3, run.exitCode(), run.err());
        assertEquals(1L, run.err().lines().count(), run.err());
        assertTrue(run.err().contains("unpack the distribution again"), run.err());
        assertFalse(Files.exists(mavenCalled));
    }

    @Test
    void shouldCompleteVerbsAndOptionsInBash() throws Exception {
        final List<String> verbs = complete("re", 1);
        assertTrue(verbs.containsAll(List.of("replay", "record")), verbs::toString);
        assertFalse(verbs.contains("verify"), verbs::toString);
        final List<String> options = complete("replay --fi", 2);
        assertTrue(options.contains("--fills"), options::toString);
    }

    @Test
    void shouldStateFlagsOfTheLauncherInTheManifest() throws IOException {
        final TreeSet<String> stated = new TreeSet<>();
        try (JarFile jar = new JarFile(root.resolve("halfspread.jar").toFile())) {
            final Attributes main = jar.getManifest().getMainAttributes();
            for (final String key : List.of("Add-Opens", "Add-Exports", "Enable-Native-Access")) {
                for (final String value : main.getValue(key).split(" ")) {
                    stated.add("--" + key.toLowerCase() + "=" + value + (value.contains("/") ? "=ALL-UNNAMED" : ""));
                }
            }
            assertEquals("true", main.getValue("Multi-Release"));
            assertEquals(null, main.getValue("Class-Path"));
            assertNotNull(
                    jar.getEntry("META-INF/maven/org.webjars.npm/uplot/pom.properties"), "the dashboard reads it");
        }
        final TreeSet<String> flags = new TreeSet<>();
        Files.readAllLines(root.resolve("config/jvm.options")).stream()
                .filter(line -> line.startsWith("--"))
                .forEach(flags::add);
        assertEquals(flags, stated);
    }

    @Test
    void shouldNameEachLibraryWithItsLicence() throws IOException {
        final String notices = Files.readString(root.resolve("THIRD-PARTY.md"));
        final Pattern name = Pattern.compile("(.*?)-[0-9].*\\.jar");
        final List<String> missing = new ArrayList<>();
        try (Stream<Path> jars = Files.list(Modules.home().resolve("app/target/lib"))) {
            for (final Path jar : jars.toList()) {
                final Matcher matcher = name.matcher(jar.getFileName().toString());
                assertTrue(matcher.matches(), jar.toString());
                if (!Modules.PRODUCT.contains(matcher.group(1)) && !notices.contains("`" + matcher.group(1) + "`")) {
                    missing.add(matcher.group(1));
                }
            }
        }

        assertEquals(List.of(), missing);
    }

    @Test
    void shouldHoldNothingOfSparkAndSayWhereItIs() throws Exception {
        try (JarFile jar = new JarFile(root.resolve("halfspread.jar").toFile())) {
            assertEquals(
                    List.of(),
                    jar.stream()
                            .map(entry -> entry.getName())
                            .filter(name -> name.matches("(org/apache/(spark|hadoop)|scala|io/halfspread/spark)/.*"))
                            .toList());
        }

        final ScriptRun run = launch("sweep", "nothing", "--engine", "spark");

        assertEquals(3, run.exitCode(), run.err());
        assertTrue(run.err().contains("docs/scaling.md"), run.err());
    }

    private static List<String> complete(final String words, final int last) throws Exception {
        final ScriptRun run = runIn(root, "bash", "-c", String.format(COMPLETE, words, last));
        assertEquals(0, run.exitCode(), run.err());
        return run.out().lines().map(String::strip).toList();
    }

    private static String version() throws IOException {
        final Matcher matcher = Pattern.compile("(?m)^  <version>(.*)</version>")
                .matcher(Files.readString(Modules.home().resolve("pom.xml")));
        assertTrue(matcher.find());
        return matcher.group(1);
    }

    private static ScriptRun launch(final String... words) throws IOException, InterruptedException {
        final List<String> command =
                new ArrayList<>(List.of("sh", root.resolve("scripts/halfspread").toString()));
        command.addAll(List.of(words));
        return runIn(Files.createTempDirectory(folder, "elsewhere"), command.toArray(String[]::new));
    }

    private static ScriptRun run(final Path directory, final String... command)
            throws IOException, InterruptedException {
        return ScriptRun.of(folder, directory, Map.of(), List.of(command));
    }

    private static ScriptRun runIn(final Path directory, final String... command)
            throws IOException, InterruptedException {
        return ScriptRun.of(folder, directory, environment, List.of(command));
    }
}
