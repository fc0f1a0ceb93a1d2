package io.halfspread.app.verb;

import io.halfspread.codec.event.QuoteSource;
import java.util.Locale;

/** Quote sources as options name them. */
enum QuoteChoice {
    HEURISTIC,
    HJB,
    BLEND,
    GLFT;

    QuoteSource source() {
        return QuoteSource.valueOf(name());
    }

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
