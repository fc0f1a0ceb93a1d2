package io.halfspread.app.console;

import java.nio.file.Path;

/** Where the project lies: the launcher says so, a run from classes falls back to the working directory. */
public final class Home {
    private Home() {}

    /**
     * Folder that holds config/ and scripts/.
     *
     * @return an absolute path
     */
    public static Path path() {
        return Path.of(System.getProperty("halfspread.home", ""))
                .toAbsolutePath()
                .normalize();
    }
}
