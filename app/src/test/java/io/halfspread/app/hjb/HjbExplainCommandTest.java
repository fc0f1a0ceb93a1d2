package io.halfspread.app.hjb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfspread.codec.text.JsonNode;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class HjbExplainCommandTest {
    private static final String ERRORS = ",\"standardErrors\":{\"Ab\":0.06,\"kb\":0.01,\"beta\":0.4,\"theta\":null},"
            + "\"depths\":{\"bid\":[[1,0.7,120],[4,0.45,80],[9,0,0]],\"ask\":[[2,0.6,100]]},\"state\":{\"q\":3,\"x\":-0.2}";

    @TempDir
    private Path folder;

    @Test
    void shouldSayWhereItLosesAndWhatToChange() {
        final HjbVerbRun run = explain(ERRORS);

        assertEquals(0, run.exitCode(), run::err);
        final JsonNode out = run.json();
        assertEquals(10.861884, out.member("figures").member("gapStationaryPct").asDouble(), 1e-6);
        final List<JsonNode> band =
                out.member("band").member("gapStationaryPct").elements();
        assertTrue(band.get(0).asDouble() < 10.8618);
        assertTrue(band.get(1).asDouble() > 10.8619);
        assertEquals(5, out.member("worstStates").elements().size());
        final JsonNode most = out.member("parameters").elements().get(0);
        assertEquals("\"skew_adjustment_factor\"", most.member("key").shown());
        assertEquals(0.56210198, most.member("slopeErgodic").asDouble(), 5.1e-9);
        assertTrue(most.member("bestAlone").asDouble() > 1.5);
        assertTrue(most.member("after").member("gapStationaryPct").asDouble() < 3);
        assertTrue(out.member("halfSpread")
                        .member("after")
                        .member("gapStationaryPct")
                        .asDouble()
                < 10.8);
        assertEquals("\"kb\"", out.member("band").member("widest").shown());
        final JsonNode together = out.member("together");
        assertTrue(together.member("after").member("gapStationaryPct").asDouble()
                < most.member("after").member("gapStationaryPct").asDouble());
    }

    @Test
    void shouldSayTheSameInWords() {
        final HjbVerbRun run = HjbVerbRun.of(HjbVerbRun.ALTERNATIVE_COIN.formatted("", ERRORS), "hjb", "explain");

        assertEquals(0, run.exitCode(), run::err);
        assertTrue(run.out().startsWith("here             q 3 lots, signal -0.2"), run.out());
        assertTrue(run.out().contains("10.86 % where it spends its time"), run.out());
        assertTrue(run.out().contains("one standard error of one input at a time"), run.out());
        assertTrue(run.out().contains("All together: stationary gap 10.86 % -> "), run.out());
        assertTrue(run.out().contains("Ab 0.8000 +- 0.06000 1/s"), run.out());
    }

    @Test
    void shouldDrawPlotsThatOpenWithoutANetwork() throws Exception {
        final Path plots = folder.resolve("plots");
        final HjbVerbRun run = HjbVerbRun.of(
                HjbVerbRun.ALTERNATIVE_COIN.formatted("", ERRORS), "hjb", "solve", "--plot", plots.toString());

        assertEquals(0, run.exitCode(), run::err);
        assertEquals(2, run.json().member("plots").elements().size());
        final Document policy = parsed(plots.resolve("policy.svg"));
        assertTrue(policy.getElementsByTagName("rect").getLength() > 6 * 21 * 21);
        final Document intensity = parsed(plots.resolve("intensity.svg"));
        assertEquals(3, intensity.getElementsByTagName("circle").getLength());
        assertEquals(4, intensity.getElementsByTagName("line").getLength());
    }

    private static Document parsed(final Path file) throws Exception {
        final String text = Files.readString(file);
        assertEquals(text.indexOf("http"), text.lastIndexOf("http"), "a link besides the name of the format");
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(text)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ",\"standardErrors\":{\"Q\":1}|standardErrors.Q: unknown; accepted: an input other than Q, M, X",
                ",\"standardErrors\":{\"Ab\":-1}|standardErrors.Ab = -1; accepted: from 0.0",
                ",\"depths\":{\"bid\":[[1,2]]}|depths.bid: an element that is not accepted; accepted: [depth in bps, orders per second, count]",
                ",\"depths\":{\"mid\":[]}|depths.mid: unknown; accepted: bid, ask",
                ",\"depths\":{\"bid\":1}|depths.bid: an array is expected, not 1"
            })
    void shouldRefuseAMalformedMember(final String member, final String message) {
        final HjbVerbRun run = explain(member);

        assertEquals(2, run.exitCode());
        assertTrue(run.err().contains(message), run.err());
        assertEquals(1, run.err().lines().count());
    }

    @Test
    void shouldRefuseAModelThatIsNoFile() throws IOException {
        final HjbVerbRun run = HjbVerbRun.of("", "hjb", "explain", "--model", folder.toString());

        assertEquals(2, run.exitCode());
        assertEquals(1, run.err().lines().count());
    }

    private static HjbVerbRun explain(final String members) {
        return HjbVerbRun.of(HjbVerbRun.ALTERNATIVE_COIN.formatted("", members), "hjb", "explain", "--json");
    }
}
