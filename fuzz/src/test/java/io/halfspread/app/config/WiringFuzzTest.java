package io.halfspread.app.config;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.halfspread.codec.event.SessionKind;
import io.halfspread.fuzz.KeptInputs;
import io.halfspread.fuzz.OneLine;

/** A wiring configuration gives the settings of a session, or is refused with its faults. */
class WiringFuzzTest {
    @KeptInputs
    @FuzzTest
    void shouldGiveSettingsOrFaults(final byte[] bytes) {
        final HalfspreadConfig config;
        try {
            config = HalfspreadConfig.of("wiring", bytes);
        } catch (final ConfigException e) {
            OneLine.check(e.getMessage());
            return;
        }
        config.effective();
        config.session(SessionKind.LIVE, config.coins());
    }
}
