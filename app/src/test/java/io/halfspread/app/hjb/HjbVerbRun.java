package io.halfspread.app.hjb;

import io.halfspread.app.Halfspread;
import io.halfspread.app.console.Terminal;
import io.halfspread.codec.text.JsonNode;
import io.halfspread.codec.text.StrictJson;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** One run of a verb on a case, as from a shell. */
record HjbVerbRun(int exitCode, String out, String err) {
    /** An alternative coin: 21 inventories by 21 signals. */
    static final String ALTERNATIVE_COIN = "{\"inputs\":{\"Q\":10,\"M\":21,\"theta\":0.25,\"sx\":0.35,\"beta\":1.2,"
            + "\"Ab\":0.8,\"Aa\":0.8,\"kb\":0.15,\"ka\":0.15,\"c\":0.6,\"makerFee\":1.5,\"eps\":0.5,\"takerFee\":4.5,"
            + "\"halfSpread\":4,\"slip\":0.5,\"nuMax\":2,\"phi\":0.08,\"psi\":0.05,\"r\":0.0016666666666666668,"
            + "\"f\":0.00005,\"dmin\":0.5,\"dmax\":80},\"heuristicParams\":{\"base\":10%s},\"lotNotionalUsd\":100%s}";

    static HjbVerbRun of(final String stdin, final String... args) {
        final ByteArrayOutputStream out = new ByteArrayOutputStream();
        final ByteArrayOutputStream err = new ByteArrayOutputStream();
        final int exitCode = Halfspread.run(
                new Terminal(
                        new ByteArrayInputStream(stdin.getBytes(StandardCharsets.UTF_8)),
                        new PrintStream(out, false, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        false),
                args);
        return new HjbVerbRun(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    JsonNode json() {
        return StrictJson.parse(out.getBytes(StandardCharsets.UTF_8), false).root();
    }
}
