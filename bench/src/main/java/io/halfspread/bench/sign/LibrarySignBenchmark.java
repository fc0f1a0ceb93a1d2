package io.halfspread.bench.sign;

import fr.acinq.secp256k1.Secp256k1;
import io.halfspread.codec.action.ActionBatch;
import io.halfspread.codec.action.ActionMsgpack;
import io.halfspread.codec.event.Tif;
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
import org.web3j.crypto.Sign;

/**
 * What else signs: hash and signature of a two-sided ALO batch that was encoded before, with a new nonce each time, by web3j,
 * by Bouncy Castle without the recovery value, and by libsecp256k1 over JNI without it and with it. The message that goes out
 * is not made; all of them sign deterministically by RFC 6979, and alike. Topology: one thread.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class LibrarySignBenchmark {
    private static final int COMPACT = 64;

    private Web3jSigner web3j;
    private BouncyCastleSigner bouncyCastle;
    private NativeSigner libsecp256k1;
    private byte[] bytes;
    private long nonce = 1_790_232_236_546L;

    /** Creates the benchmark; JMH calls it. */
    public LibrarySignBenchmark() {}

    /** Makes the action and checks that all sign alike. */
    @Setup
    public void makeAction() {
        final byte[] secret = new byte[SigningKey.LENGTH];
        Arrays.fill(secret, (byte) 0x42);
        final ActionBatch batch = new ActionBatch(2);
        batch.beginOrders();
        batch.addOrder(0, true, 84_143_00000000L, 1_000_000L, false, Tif.ALO, 0x0123456789abcdefL, 1);
        batch.addOrder(0, false, 84_150_00000000L, 1_000_000L, false, Tif.ALO, 0x0123456789abcdefL, 2);
        final UnsafeBuffer packed = new UnsafeBuffer(new byte[ActionMsgpack.maxLength(2)]);
        bytes = new byte[ActionMsgpack.encode(batch, packed, 0)];
        packed.getBytes(0, bytes);
        web3j = new Web3jSigner(secret, true);
        bouncyCastle = new BouncyCastleSigner(secret);
        libsecp256k1 = new NativeSigner(Secp256k1.get(), secret, bouncyCastle);
        check();
    }

    private void check() {
        final BigInteger[] expected = bouncyCastle.sign(bytes, nonce);
        final Sign.SignatureData byWeb3j = web3j.sign(bytes, nonce);
        final byte[] compact = libsecp256k1.signRecoverable(bytes, nonce);
        if (!new BigInteger(1, byWeb3j.getR()).equals(expected[0])
                || !new BigInteger(1, byWeb3j.getS()).equals(expected[1])
                || !new BigInteger(1, Arrays.copyOf(compact, COMPACT / 2)).equals(expected[0])
                || !new BigInteger(1, Arrays.copyOfRange(compact, COMPACT / 2, COMPACT)).equals(expected[1])
                || compact[COMPACT] != byWeb3j.getV()[0]) {
            throw new IllegalStateException("signers disagree");
        }
    }

    /**
     * By web3j, recovery value included.
     *
     * @return the signature
     */
    @Benchmark
    public Sign.SignatureData web3j() {
        return web3j.sign(bytes, ++nonce);
    }

    /**
     * By Bouncy Castle.
     *
     * @return r and s
     */
    @Benchmark
    public BigInteger[] bouncyCastle() {
        return bouncyCastle.sign(bytes, ++nonce);
    }

    /**
     * By libsecp256k1.
     *
     * @return r and s
     */
    @Benchmark
    public byte[] libsecp256k1() {
        return libsecp256k1.sign(bytes, ++nonce);
    }

    /**
     * By libsecp256k1, with the recovery value, which its binding does not tell and which is found by recovering the key.
     *
     * @return r, s and v
     */
    @Benchmark
    public byte[] libsecp256k1WithV() {
        return libsecp256k1.signRecoverable(bytes, ++nonce);
    }
}
