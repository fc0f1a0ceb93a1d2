package io.halfspread.gateway.tuning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.halfspread.engine.tuning.TuningParam;
import io.halfspread.engine.tuning.TuningValues;
import io.halfspread.fuzz.KeptInputs;
import io.halfspread.fuzz.OneLine;

/** A tuning file is taken whole, every value in its range, or refused with a line that says why. */
class TuningFileFuzzTest {
    @KeptInputs
    @FuzzTest
    void shouldAcceptOnlyValuesInRange(final byte[] bytes) {
        final TuningFile file = TuningFile.of(bytes);
        if (!file.accepted()) {
            OneLine.check(file.reason());
            return;
        }
        final TuningValues values = file.whole();
        for (final TuningParam param : TuningParam.values()) {
            assertTrue(param.accepts(values.value(param)), param::key);
        }
        assertEquals(
                TuningParam.values().length,
                file.stated().size() + file.unstated().size());
    }
}
