package io.halfspread.app.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CoreListTest {
    @ParameterizedTest
    @ValueSource(strings = {"0", "3", "0-3", "0,2", "0-2,5,8-11", "127"})
    void shouldWriteWhatItRead(final String text) {
        assertEquals(text, CoreList.of(text + "\n").toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "x", "3-1", "-1", "1-", "1,,x", "99999999", "1-2-3"})
    void shouldHaveNoCoreWhenTextIsNoList(final String text) {
        assertEquals(0, CoreList.of(text).count());
    }

    @Test
    void shouldTellOnlyCoreFromOneOfSeveral() {
        assertTrue(CoreList.of("2").isOnly(2));
        assertFalse(CoreList.of("2-3").isOnly(2));
        assertFalse(CoreList.of("3").isOnly(2));
        assertEquals(2, CoreList.of("2-3").lowest());
        assertEquals(-1, CoreList.of(null).lowest());
        assertEquals("0-3", CoreList.first(4).toString());
    }
}
