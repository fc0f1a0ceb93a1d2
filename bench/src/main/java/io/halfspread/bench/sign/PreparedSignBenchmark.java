package io.halfspread.bench.sign;

import io.halfspread.bench.allocation.OwnBytes;
import io.halfspread.codec.action.ActionBatch;
import io.halfspread.codec.action.ActionMsgpack;
import io.halfspread.codec.action.PostEnvelope;
import io.halfspread.codec.action.Signature;
import io.halfspread.codec.event.Tif;
import io.halfspread.gateway.session.VenueNetwork;
import io.halfspread.gateway.sign.ActionSigner;
import io.halfspread.gateway.sign.SignatureReserve;
import io.halfspread.gateway.sign.SigningKey;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.agrona.concurrent.UnsafeBuffer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A two-sided ALO batch with a new nonce each time, from the batch to the finished WebSocket message, with a signature of the
 * reserve: what the signing thread pays while another one prepares. Preparing happens before each invocation, is not timed
 * and allocates; what the measured part allocates is counted by a method of its own, between the first batch and the last
 * message. Left out: the socket. Topology: one thread.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 8)
@Measurement(iterations = 12)
public class PreparedSignBenchmark {
    private static final int PREPARED = 1 << 14;

    private final ActionBatch batch = new ActionBatch(2);
    private final Signature signature = new Signature();
    private final UnsafeBuffer packed = new UnsafeBuffer(new byte[ActionMsgpack.maxLength(2)]);
    private final UnsafeBuffer message = new UnsafeBuffer(new byte[PostEnvelope.maxLength(2)]);
    private SignatureReserve reserve;
    private ActionSigner signer;
    private long nonce = 1_790_232_236_546L;

    /** Creates the benchmark; JMH calls it. */
    public PreparedSignBenchmark() {}

    /** Makes the batch. */
    @Setup
    public void makeBatch() {
        final byte[] secret = new byte[SigningKey.LENGTH];
        Arrays.fill(secret, (byte) 0x42);
        final SigningKey key = SigningKey.of(secret);
        batch.beginOrders();
        batch.addOrder(0, true, 84_143_00000000L, 1_000_000L, false, Tif.ALO, 0x0123456789abcdefL, 1);
        batch.addOrder(0, false, 84_150_00000000L, 1_000_000L, false, Tif.ALO, 0x0123456789abcdefL, 2);
        reserve = new SignatureReserve(key, PREPARED);
        signer = new ActionSigner(key, VenueNetwork.MAINNET, reserve);
    }

    /** Prepares as many signatures as one invocation uses up. */
    @Setup(Level.Invocation)
    public void prepare() {
        if (reserve.prepare(PREPARED) != PREPARED) {
            throw new IllegalStateException("the reserve was not used up");
        }
    }

    /**
     * From batches to the messages that go out.
     *
     * @return bytes written
     */
    @Benchmark
    @OperationsPerInvocation(PREPARED)
    public int batchToMessage() {
        return send();
    }

    /**
     * The same, for the bytes allocated.
     *
     * @param own counts them
     * @return bytes written
     */
    @Benchmark
    @BenchmarkMode(Mode.Throughput)
    @OutputTimeUnit(TimeUnit.SECONDS)
    @OperationsPerInvocation(PREPARED)
    public int allocation(final OwnBytes own) {
        own.begin();
        final int bytes = send();
        own.end(PREPARED);
        return bytes;
    }

    private int send() {
        int bytes = 0;
        for (int i = 0; i < PREPARED; i++) {
            final int length = ActionMsgpack.encode(batch, packed, 0);
            signer.sign(packed, 0, length, ++nonce, null, ActionSigner.NO_EXPIRY, signature);
            bytes += PostEnvelope.encodePost(nonce, batch, nonce, signature, null, PostEnvelope.NO_EXPIRY, message, 0);
        }
        return bytes;
    }
}
