package io.halfspread.app;

import picocli.CommandLine.IVersionProvider;

/** Version of this build and of the JVM under it. */
final class BuildVersion implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {
            "halfspread " + text(),
            "java " + System.getProperty("java.vm.version") + " (" + System.getProperty("java.vm.name") + ")"
        };
    }

    /** Version in the jar's manifest. */
    static String text() {
        final String version = Halfspread.class.getPackage().getImplementationVersion();
        return version == null ? "from classes" : version;
    }
}
