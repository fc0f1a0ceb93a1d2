package io.halfspread.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.halfspread.codec.event.RiskCode;
import io.halfspread.rules.Modules;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class OperationsGuideTest {
    @Test
    void shouldHaveOneRowForEachAlert() throws IOException {
        final String guide = Files.readString(Modules.home().resolve("docs/operations.md"));
        final String alerts = guide.substring(guide.indexOf("## Alerts"), guide.indexOf("## After a crash"));
        final List<String> rows = Pattern.compile("(?m)^\\| `([A-Z_]+)` \\| [^|]+ \\| [^|]+ \\|$")
                .matcher(alerts)
                .results()
                .map((final MatchResult row) -> row.group(1))
                .sorted()
                .toList();

        final List<String> codes = Stream.of(RiskCode.values())
                .filter(code -> code != RiskCode.NULL_VAL)
                .map(RiskCode::name)
                .sorted()
                .toList();
        assertEquals(codes, rows);
        assertEquals(rows.size(), new TreeSet<>(rows).size());
    }
}
