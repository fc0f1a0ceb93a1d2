package io.halfspread.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** Version of this build, the sources it is made of, and the JVM under it. */
final class BuildVersion implements IVersionProvider {
    private static final int SHORT_COMMIT = 12;

    @Override
    public String[] getVersion() {
        return new String[] {
            "halfspread " + text(),
            "sources " + sources(ofThisBuild()),
            "java " + System.getProperty("java.vm.version") + " (" + System.getProperty("java.vm.name") + ")"
        };
    }

    /** Version in the jar's manifest. */
    static String text() {
        final String version = Halfspread.class.getPackage().getImplementationVersion();
        return version == null ? "from classes" : version;
    }

    /** Commit, whether files differed from it, and its time: what {@code scripts/build-info} wrote. */
    static String sources(final Properties build) {
        final String commit = build.getProperty("commit");
        final String epochSecond = build.getProperty("epochSecond");
        final StringBuilder text = new StringBuilder();
        text.append(commit == null ? "not under version control" : "commit " + commit.substring(0, SHORT_COMMIT));
        if (Boolean.parseBoolean(build.getProperty("dirty"))) {
            text.append(" with changes");
        }
        if (epochSecond != null) {
            text.append(", ").append(Instant.ofEpochSecond(Long.parseLong(epochSecond)));
        }
        return text.toString();
    }

    private static Properties ofThisBuild() {
        final Properties build = new Properties();
        try (InputStream in = BuildVersion.class.getResourceAsStream("build.properties")) {
            if (in != null) {
                build.load(in);
            }
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
        return build;
    }
}
