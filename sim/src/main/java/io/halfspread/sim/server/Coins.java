package io.halfspread.sim.server;

import io.halfspread.sim.exchange.InstrumentConfig;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The coins by name and by asset id. */
final class Coins {
    private final List<InstrumentConfig> instruments;
    private final Map<String, Integer> ids = new HashMap<>();

    Coins(final List<InstrumentConfig> instruments) {
        this.instruments = instruments;
        for (int i = 0; i < instruments.size(); i++) {
            ids.put(instruments.get(i).name(), i);
        }
    }

    int count() {
        return instruments.size();
    }

    String name(final int asset) {
        return instruments.get(asset).name();
    }

    InstrumentConfig instrument(final int asset) {
        return instruments.get(asset);
    }

    /** Asset id, or -1 for a name the venue does not have. */
    int id(final String name) {
        return ids.getOrDefault(name, -1);
    }
}
