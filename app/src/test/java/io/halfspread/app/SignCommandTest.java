package io.halfspread.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.halfspread.codec.text.JsonMember;
import io.halfspread.codec.text.JsonNode;
import io.halfspread.codec.text.StrictJson;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class SignCommandTest {
    private static final String KEY = "0123456789012345678901234567890123456789012345678901234567890123";
    private static final String ADDRESS = "0x14791697260e4c9a71f18484c9f997b308e59325";
    private static final String NOOP = "{\"type\":\"noop\"}";

    @Test
    void shouldReproduceEveryL1CaseOfThePublicSdks() throws IOException {
        final Path file = Path.of(
                System.getProperty(
                        "halfspread.shared",
                        Path.of(System.getProperty("halfspread.home"), "..", "shared")
                                .toString()),
                "vectors",
                "signing.json");
        if (!Files.exists(file)) {
            System.out.println("skipped: no vectors beside the project");
        }
        assumeTrue(Files.exists(file));
        int cases = 0;
        for (final JsonNode vector : StrictJson.parse(Files.readString(file), false)
                .root()
                .member("vectors")
                .elements()) {
            if (vector.member("kind").text().equals("l1")) {
                check(vector);
                cases++;
            }
        }
        assertEquals(24, cases);
    }

    private static void check(final JsonNode vector) {
        final List<Object> arguments = new ArrayList<>(List.of("sign"));
        arguments.addAll(List.of("--nonce", vector.member("nonce").text()));
        if (vector.member("isMainnet").is(JsonNode.Kind.FALSE)) {
            arguments.add("--testnet");
        }
        if (!vector.member("vaultAddress").is(JsonNode.Kind.NULL)) {
            arguments.addAll(List.of("--vault", vector.member("vaultAddress").text()));
        }
        if (!vector.member("expiresAfter").is(JsonNode.Kind.NULL)) {
            arguments.addAll(
                    List.of("--expires-after", vector.member("expiresAfter").text()));
        }
        final JsonNode key = vector.member("privateKey");

        final Cli.Ran ran = Cli.runWithInput(
                text(vector.member("action")),
                Map.of("PRIVATE_KEY", key.is(JsonNode.Kind.NULL) ? KEY : key.text()),
                arguments.toArray());

        assertEquals(0, ran.exitCode(), ran.err());
        final String name = vector.member("name").text();
        final JsonNode expected = vector.member("expected");
        if (expected.is(JsonNode.Kind.OBJECT)) {
            assertEquals(number(expected.member("r").text()), number(ran.text("r")), name);
            assertEquals(number(expected.member("s").text()), number(ran.text("s")), name);
            assertEquals(expected.member("v").text(), ran.text("v"), name);
            assertEquals(vector.member("signerAddress").text(), ran.text("address"), name);
        }
        final JsonNode hash = vector.member("actionHash").is(JsonNode.Kind.NULL)
                ? vector.member("derived").member("actionHash")
                : vector.member("actionHash");
        assertEquals(hash.text(), ran.text("actionHash"), name);
    }

    private static BigInteger number(final String hexadecimal) {
        return new BigInteger(hexadecimal.substring(2), 16);
    }

    private static String text(final JsonNode node) {
        return switch (node.kind()) {
            case OBJECT ->
                node.members().stream().map(SignCommandTest::text).collect(Collectors.joining(", ", "{", "}"));
            case ARRAY ->
                node.elements().stream().map(SignCommandTest::text).collect(Collectors.joining(",", "[", "]"));
            default -> node.shown();
        };
    }

    private static String text(final JsonMember member) {
        return "\"" + member.key() + "\": " + text(member.value());
    }

    @Test
    void shouldPrintOneObjectOfFiveMembersAndTheSameEachTime() {
        final Cli.Ran ran = sign(NOOP, "--nonce", 1, "--json");

        assertEquals(0, ran.exitCode(), ran.err());
        assertEquals(1, ran.lines().size());
        assertEquals(
                List.of("actionHash", "r", "s", "v", "address"),
                ran.json().members().stream().map(JsonMember::key).toList());
        assertEquals(ADDRESS, ran.text("address"));
        assertEquals(66, ran.text("r").length());
        assertEquals("", ran.err());
        assertEquals(ran.out(), sign("  " + NOOP + "\n", "--nonce", 1).out());
        assertFalse(ran.out().equals(sign(NOOP, "--nonce", 1, "--testnet").out()));
    }

    @Test
    void shouldSayInOneLineWhatIsAcceptedWhenInputIsBad() {
        refused(sign("", "--nonce", 1), "stdin: line 1:1: the text is empty");
        refused(sign("{\"type\":\"noop\"", "--nonce", 1), "stdin: line 1:1");
        refused(sign("[1]", "--nonce", 1), "accepted: one JSON object, the action");
        refused(sign("{\"a\":1,\"a\":2}", "--nonce", 1), "duplicate key");
        refused(sign("{\"a\":18446744073709551616}", "--nonce", 1), "stdin: line 1:6: ");
        refused(sign(NOOP + NOOP, "--nonce", 1), "text after the end");
        refused(sign(NOOP), "--nonce");
        refused(sign(NOOP, "--nonce", -1), "--nonce -1; accepted: ");
        refused(sign(NOOP, "--nonce", "x"), "--nonce");
        refused(sign(NOOP, "--nonce", 1, "--vault", "0x12"), "--vault 0x12; accepted: an address");
        refused(sign(NOOP, "--nonce", 1, "--vault", "0x" + "g".repeat(40)), "accepted: an address");
        refused(sign(NOOP, "--nonce", 1, "--expires-after", -5), "--expires-after -5; accepted: ");
        refused(Cli.runWithInput(NOOP, Map.of(), "sign", "--nonce", 1), "no private key; accepted: PRIVATE_KEY");
        final Cli.Ran shortKey = Cli.runWithInput(NOOP, Map.of("PRIVATE_KEY", KEY.substring(2)), "sign", "--nonce", 1);
        refused(shortKey, "no private key (62 characters)");
        assertFalse(shortKey.err().contains("23456789"), shortKey.err());
    }

    private static Cli.Ran sign(final String input, final Object... options) {
        final List<Object> arguments = new ArrayList<>(List.of("sign"));
        arguments.addAll(List.of(options));
        return Cli.runWithInput(input, Map.of("PRIVATE_KEY", "0x" + KEY), arguments.toArray());
    }

    private static void refused(final Cli.Ran ran, final String part) {
        assertEquals(2, ran.exitCode(), ran.err());
        assertEquals("", ran.out());
        assertTrue(ran.isOneLineOfError(), ran.err());
        assertTrue(ran.err().contains(part), ran.err());
    }
}
