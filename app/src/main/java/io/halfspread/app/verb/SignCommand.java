package io.halfspread.app.verb;

import io.halfspread.app.console.Failure;
import io.halfspread.app.console.Terminal;
import io.halfspread.codec.action.Signature;
import io.halfspread.codec.msgpack.JsonMsgpack;
import io.halfspread.codec.text.JsonDocument;
import io.halfspread.codec.text.JsonNode;
import io.halfspread.codec.text.JsonOutput;
import io.halfspread.codec.text.StrictJson;
import io.halfspread.gateway.keys.KeyException;
import io.halfspread.gateway.keys.KeySource;
import io.halfspread.gateway.session.VenueNetwork;
import io.halfspread.gateway.sign.ActionSigner;
import io.halfspread.gateway.sign.SigningKey;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.agrona.concurrent.UnsafeBuffer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Signs one L1 action and sends nothing. */
@Command(
        name = "sign",
        mixinStandardHelpOptions = true,
        description = "Sign an L1 action: JSON on stdin, its hash and signature as JSON on stdout. Sends nothing.",
        footer = {
            "",
            "The action is hashed as it is given: members in their order, texts unchanged, any type.",
            "The key comes from PRIVATE_KEY in the environment or in .env, or from an encrypted keystore file."
        })
public final class SignCommand implements Callable<Integer> {
    private static final int ADDRESS_TEXT = 2 + 2 * SigningKey.ADDRESS_LENGTH;

    @Option(names = "--testnet", description = "Sign for the test network (default: mainnet).")
    private boolean testnet;

    @Option(names = "--vault", paramLabel = "ADDR", description = "Vault or sub-account acted for: 0x and 40 digits.")
    private String vault;

    @Option(
            names = "--expires-after",
            paramLabel = "MS",
            description = "When the action expires, milliseconds since the epoch (default: never).")
    private Long expiresAfterMs;

    @Option(
            names = "--nonce",
            paramLabel = "N",
            required = true,
            description = "Milliseconds since the epoch; each is used once.")
    private long nonce;

    @Option(names = "--keystore", paramLabel = "FILE", description = "Encrypted key file, version 3.")
    private Path keystore;

    @Option(names = "--json", description = "Accepted as everywhere; the output is JSON in any case.")
    private boolean json;

    private final Terminal terminal;
    private final Map<String, String> environment;

    /**
     * Creates the verb.
     *
     * @param terminal    its streams
     * @param environment where PRIVATE_KEY is looked for
     */
    public SignCommand(final Terminal terminal, final Map<String, String> environment) {
        this.terminal = terminal;
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException {
        if (nonce < 0) {
            throw Failure.badInput("--nonce " + nonce + "; accepted: milliseconds since the epoch, at least 0");
        }
        if (expiresAfterMs != null && expiresAfterMs < 0) {
            throw Failure.badInput(
                    "--expires-after " + expiresAfterMs + "; accepted: milliseconds since the epoch, at least 0");
        }
        final byte[] vaultOrNull = vault == null ? null : address(vault);
        final byte[] action = action();
        try (SigningKey key = key()) {
            final ActionSigner signer = new ActionSigner(key, testnet ? VenueNetwork.TESTNET : VenueNetwork.MAINNET);
            final Signature signature = new Signature();
            signer.sign(
                    new UnsafeBuffer(action),
                    0,
                    action.length,
                    nonce,
                    vaultOrNull,
                    expiresAfterMs == null ? ActionSigner.NO_EXPIRY : expiresAfterMs,
                    signature);
            print(signer, signature, key);
        }
        return 0;
    }

    private void print(final ActionSigner signer, final Signature signature, final SigningKey key) {
        final Map<String, Object> result = new LinkedHashMap<>();
        result.put("actionHash", signer.actionHash());
        result.put("r", signature.rHex());
        result.put("s", signature.sHex());
        result.put("v", signature.v());
        result.put("address", key.addressText());
        terminal.out().println(JsonOutput.of(result));
        terminal.out().flush();
    }

    private byte[] action() throws IOException {
        // On a pipe, Java 17 asks a bare file stream for its position and fails.
        final JsonDocument document = StrictJson.parse(new BufferedInputStream(terminal.in()).readAllBytes(), false);
        if (!document.valid()) {
            throw Failure.badInput("stdin: " + document.errors().get(0) + "; accepted: one JSON object, the action");
        }
        if (!document.root().is(JsonNode.Kind.OBJECT)) {
            throw Failure.badInput("stdin: " + document.root().shown() + "; accepted: one JSON object, the action");
        }
        try {
            return JsonMsgpack.encode(document.root());
        } catch (final IllegalArgumentException e) {
            throw Failure.badInput("stdin: " + e.getMessage());
        }
    }

    private SigningKey key() {
        try {
            return new KeySource(
                            environment,
                            Path.of("").toAbsolutePath(),
                            keystore,
                            () -> System.console() == null
                                    ? null
                                    : System.console().readPassword("password of %s: ", keystore),
                            terminal.err()::println)
                    .find();
        } catch (final KeyException e) {
            throw Failure.badInput(e.getMessage());
        }
    }

    private static byte[] address(final String text) {
        try {
            if (text.length() == ADDRESS_TEXT && text.startsWith("0x")) {
                return HexFormat.of().parseHex(text, 2, text.length());
            }
        } catch (final IllegalArgumentException e) {
            throw badVault(text);
        }
        throw badVault(text);
    }

    private static Failure badVault(final String text) {
        return Failure.badInput("--vault " + text + "; accepted: an address, 0x and 40 hexadecimal digits");
    }
}
