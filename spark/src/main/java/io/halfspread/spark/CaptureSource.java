package io.halfspread.spark;

import io.halfspread.app.sweep.run.CaptureRef;
import java.io.Serializable;

/**
 * A capture as workers find it.
 *
 * @param json    what it is, as {@link CaptureRef} writes it
 * @param uri     folder of manifest and segments, a URI that Hadoop's file systems read; empty when it is read where the
 *                driver has it
 */
record CaptureSource(String json, String uri) implements Serializable {
    /** What it is, and where the driver has it. */
    CaptureRef ref() {
        return CaptureRef.of(json);
    }

    /** Whether it is read where the driver has it, and nothing is copied. */
    boolean isInPlace() {
        return uri.isEmpty();
    }
}
