package io.halfspread.gateway.rest;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.halfspread.codec.text.JsonDocument;
import io.halfspread.codec.text.JsonNode;
import io.halfspread.codec.text.StrictJson;
import io.halfspread.fuzz.KeptInputs;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;

/** Whatever the venue answers to a query is read, or refused as the client expects it: by an error of argument or arithmetic. */
class InfoAnswersFuzzTest {
    private static final List<Function<JsonNode, Object>> READERS = List.of(
            InfoAnswers::meta,
            InfoAnswers::accountState,
            InfoAnswers::openOrders,
            root -> String.valueOf(InfoAnswers.orderReport(root)),
            InfoAnswers::fills,
            InfoAnswers::fundings,
            InfoAnswers::feeRates,
            InfoAnswers::allowance,
            InfoAnswers::role,
            InfoAnswers::agents,
            InfoAnswers::book);

    @KeptInputs
    @FuzzTest
    void shouldReadOrRefuse(final byte[] bytes) {
        final JsonDocument document = StrictJson.parse(new String(bytes, StandardCharsets.UTF_8), false);
        if (!document.valid()) {
            return;
        }
        for (final Function<JsonNode, Object> reader : READERS) {
            try {
                assertNotNull(reader.apply(document.root()));
            } catch (final IllegalArgumentException | ArithmeticException e) {
                assertNotNull(e.getMessage());
            }
        }
    }
}
