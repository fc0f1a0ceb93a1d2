package io.halfspread.app.capture.bulk;

import io.halfspread.app.capture.quality.QualitySummary;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What became of one day.
 *
 * @param day     UTC day
 * @param folder  its capture
 * @param state   what became of it
 * @param problem why there is no capture of these files, null when there is
 * @param events  events written by this run
 * @param quality what its report says, null without a capture of these files
 */
public record DayResult(
        LocalDate day, Path folder, DayState state, String problem, long events, QualitySummary quality) {
    /**
     * The result for programs.
     *
     * @return members in order
     */
    Map<String, Object> json() {
        final Map<String, Object> json = new LinkedHashMap<>();
        json.put("day", day.toString());
        json.put("capture", folder.toString());
        json.put("state", state.text());
        json.put("problem", problem);
        json.put("events", events);
        json.put("grade", quality == null ? null : quality.grade().name());
        json.put("reasons", quality == null ? null : quality.reasons());
        json.put("refused", quality == null ? null : quality.refused());
        return json;
    }
}
