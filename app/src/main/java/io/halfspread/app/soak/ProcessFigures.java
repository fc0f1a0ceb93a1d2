package io.halfspread.app.soak;

import java.util.Map;

/**
 * What this process holds and has done.
 *
 * @param liveBytes      heap in use after a collection
 * @param residentBytes  memory of the process without mapped files, -1 where the system does not tell
 * @param directBytes    direct memory of the JVM and of Netty
 * @param mappedBytes    files mapped
 * @param collections    collections so far, those made for measuring included
 * @param longestPauseMs longest collection since the last time, those made for measuring left out
 * @param allocated      bytes allocated so far, by name of living thread
 */
record ProcessFigures(
        long liveBytes,
        long residentBytes,
        long directBytes,
        long mappedBytes,
        long collections,
        long longestPauseMs,
        Map<String, Long> allocated) {}
