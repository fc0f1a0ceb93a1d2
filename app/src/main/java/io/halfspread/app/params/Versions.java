package io.halfspread.app.params;

import io.halfspread.gateway.tuning.LedgerEntry;
import io.halfspread.gateway.tuning.TuningLedger;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** The ledger as the verbs see it: one entry a version. */
final class Versions {
    private final Path ledger;
    private final Map<Long, LedgerEntry> entries = new TreeMap<>();

    private Versions(final Path ledger) {
        this.ledger = ledger;
    }

    /** Reads the ledger; parts that cannot be read are named on the error stream. */
    static Versions read(final Path ledger, final PrintWriter err) throws BadInput {
        final Versions versions = new Versions(ledger);
        try {
            if (Files.notExists(ledger)) {
                throw new BadInput(ledger + ": no such ledger: no version was accepted here yet");
            }
            final TuningLedger.Contents contents = TuningLedger.read(ledger);
            contents.problems().forEach(err::println);
            contents.entries()
                    .forEach(entry -> versions.entries.put(entry.update().version(), entry));
            return versions;
        } catch (final IOException e) {
            throw new BadInput(ledger + ": cannot be read as a ledger: " + e.getMessage());
        }
    }

    Iterable<LedgerEntry> all() {
        return entries.values();
    }

    LedgerEntry of(final long version) throws BadInput {
        final LedgerEntry entry = entries.get(version);
        if (entry == null) {
            final String known = entries.isEmpty() ? "none" : entries.keySet().toString();
            throw new BadInput(ledger + ": no version " + version + "; known: " + known);
        }
        return entry;
    }
}
