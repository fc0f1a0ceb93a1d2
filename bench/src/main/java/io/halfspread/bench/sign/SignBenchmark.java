package io.halfspread.bench.sign;

import io.halfspread.codec.action.ActionBatch;
import io.halfspread.codec.action.ActionMsgpack;
import io.halfspread.codec.action.PostEnvelope;
import io.halfspread.codec.action.Signature;
import io.halfspread.codec.event.Tif;
import io.halfspread.gateway.session.VenueNetwork;
import io.halfspread.gateway.sign.ActionSigner;
import io.halfspread.gateway.sign.SigningKey;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.agrona.concurrent.UnsafeBuffer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * A two-sided ALO batch with a new nonce each time: ours from the batch to the finished WebSocket message, and its parts;
 * Bouncy Castle hashes and signs bytes that were encoded before, without the recovery value. Both sign deterministically
 * by RFC 6979. Left out: the socket. Topology: one thread.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class SignBenchmark {
    private final byte[] secret = new byte[SigningKey.LENGTH];
    private final ActionBatch batch = new ActionBatch(2);
    private final Signature signature = new Signature();
    private final UnsafeBuffer packed = new UnsafeBuffer(new byte[ActionMsgpack.maxLength(2)]);
    private final UnsafeBuffer message = new UnsafeBuffer(new byte[PostEnvelope.maxLength(2)]);
    private ActionSigner signer;
    private BouncyCastleSigner library;
    private byte[] bytes;
    private long nonce = 1_790_232_236_546L;

    /** Creates the benchmark; JMH calls it. */
    public SignBenchmark() {}

    /** Makes the batch and checks that both sign alike. */
    @Setup
    public void makeBatch() {
        Arrays.fill(secret, (byte) 0x42);
        batch.beginOrders();
        batch.addOrder(0, true, 84_143_00000000L, 1_000_000L, false, Tif.ALO, 0x0123456789abcdefL, 1);
        batch.addOrder(0, false, 84_150_00000000L, 1_000_000L, false, Tif.ALO, 0x0123456789abcdefL, 2);
        signer = new ActionSigner(SigningKey.of(secret), VenueNetwork.MAINNET);
        library = new BouncyCastleSigner(secret);
        bytes = new byte[encode()];
        packed.getBytes(0, bytes);
        hashAndSign();
        final BigInteger[] expected = library.sign(bytes, nonce);
        if (!new BigInteger(signature.rHex().substring(2), 16).equals(expected[0])
                || !new BigInteger(signature.sHex().substring(2), 16).equals(expected[1])) {
            throw new IllegalStateException("signers disagree");
        }
    }

    /**
     * The action as MessagePack.
     *
     * @return bytes written
     */
    @Benchmark
    public int encode() {
        return ActionMsgpack.encode(batch, packed, 0);
    }

    /**
     * Hash and signature of the encoded action.
     *
     * @return the recovery value
     */
    @Benchmark
    public int hashAndSign() {
        signer.sign(packed, 0, bytes.length, ++nonce, null, ActionSigner.NO_EXPIRY, signature);
        return signature.v();
    }

    /**
     * From the batch to the message that goes out.
     *
     * @return bytes written
     */
    @Benchmark
    public int batchToMessage() {
        final int length = ActionMsgpack.encode(batch, packed, 0);
        signer.sign(packed, 0, length, ++nonce, null, ActionSigner.NO_EXPIRY, signature);
        return PostEnvelope.encodePost(nonce, batch, nonce, signature, null, PostEnvelope.NO_EXPIRY, message, 0);
    }

    /**
     * Hash and signature by Bouncy Castle.
     *
     * @return r and s
     */
    @Benchmark
    public BigInteger[] hashAndSignByBouncyCastle() {
        return library.sign(bytes, ++nonce);
    }
}
