package io.halfspread.app.capture.catalogue;

import io.halfspread.app.capture.quality.LineFigures;
import io.halfspread.app.capture.quality.QualityReport;
import io.halfspread.app.capture.quality.QualityWatch;
import io.halfspread.engine.capture.CaptureInputs;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Judges a capture that was recorded, not imported, by reading its inputs. */
public final class CaptureGrading {
    private CaptureGrading() {}

    /**
     * Reads a capture and writes its report beside the manifest.
     *
     * @param folder a closed capture
     * @return the report
     * @throws IOException                                      when the report cannot be written
     * @throws io.halfspread.engine.capture.CaptureException when the capture cannot be read
     */
    public static QualityReport grade(final Path folder) throws IOException {
        final QualityWatch watch = new QualityWatch();
        final QualityReport report;
        try (CaptureInputs inputs = CaptureInputs.open(folder)) {
            while (inputs.next()) {
                watch.onInput(inputs.buffer(), inputs.offset(), inputs.length());
            }
            report = watch.report(inputs.manifest().identity().instruments(), LineFigures.NONE);
        }
        final Map<String, Object> origin = new LinkedHashMap<>();
        origin.put("source", String.valueOf(folder.getFileName()));
        report.write(folder, origin);
        return report;
    }
}
