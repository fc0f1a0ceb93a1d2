package io.halfspread.app;

import picocli.CommandLine.IVersionProvider;

/** Version of this build and of the JVM under it. */
final class BuildVersion implements IVersionProvider {
    @Override
    public String[] getVersion() {
        final String version = Halfspread.class.getPackage().getImplementationVersion();
        return new String[] {
            "halfspread " + (version == null ? "from classes" : version),
            "java " + System.getProperty("java.vm.version") + " (" + System.getProperty("java.vm.name") + ")"
        };
    }
}
