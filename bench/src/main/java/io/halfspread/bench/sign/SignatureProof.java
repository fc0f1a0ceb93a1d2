package io.halfspread.bench.sign;

import fr.acinq.secp256k1.Secp256k1;
import io.halfspread.codec.action.ActionBatch;
import io.halfspread.codec.action.ActionMsgpack;
import io.halfspread.codec.action.Signature;
import io.halfspread.gateway.session.VenueNetwork;
import io.halfspread.gateway.sign.ActionSigner;
import io.halfspread.gateway.sign.SignatureReserve;
import io.halfspread.gateway.sign.SigningKey;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Signs actions with prepared signatures by the million and has libsecp256k1 recover the key of each, which proves r, s and v; then
 * looks for an r that came twice. Topology: as many threads as asked for, each with a reserve of its own and all with one key.
 */
public final class SignatureProof {
    private static final int RESERVE = 1 << 10;
    private static final int LOWEST_V = 27;
    private static final long REPORT_NS = 10_000_000_000L;
    private static final long FIRST_NONCE = 1_700_000_000_000L;

    private final byte[] secret = new byte[SigningKey.LENGTH];
    private final byte[] publicKey;
    private final long[] seen;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicLong wrong = new AtomicLong();
    private final AtomicInteger done = new AtomicInteger();

    private SignatureProof(final int count) {
        seen = new long[count];
        final SecureRandom random = new SecureRandom();
        do {
            random.nextBytes(secret);
        } while (!Secp256k1.get().secKeyVerify(secret));
        publicKey = Secp256k1.get().pubkeyCreate(secret);
    }

    /**
     * Runs the proof and prints its result as one line of JSON; exit code 1 when a signature was wrong or an r came twice.
     *
     * @param args number of signatures, number of threads
     * @throws InterruptedException when it was interrupted
     */
    public static void main(final String[] args) throws InterruptedException {
        final int count = Integer.parseInt(args[0]);
        final int threads = Integer.parseInt(args[1]);
        final SignatureProof proof = new SignatureProof(count);
        final long startNs = System.nanoTime();
        proof.run(threads);
        final double seconds = (System.nanoTime() - startNs) / 1e9;
        final long repeated = proof.repeated();
        System.out.printf(
                Locale.ROOT,
                "{\"signatures\":%d,\"wrong\":%d,\"repeated_r\":%d,\"address\":\"%s\",\"threads\":%d,\"seconds\":%.1f,"
                        + "\"verifier\":\"libsecp256k1\"}%n",
                count,
                proof.wrong.get(),
                repeated,
                SigningKey.of(proof.secret).addressText(),
                threads,
                seconds);
        System.exit(proof.wrong.get() + repeated == 0 ? 0 : 1);
    }

    private void run(final int threads) throws InterruptedException {
        final Thread[] all = new Thread[threads];
        for (int i = 0; i < threads; i++) {
            all[i] = new Thread(this::sign, "signing-" + i);
            all[i].start();
        }
        final long startNs = System.nanoTime();
        long reportedNs = startNs;
        for (final Thread thread : all) {
            while (thread.isAlive()) {
                thread.join(100);
                final long nowNs = System.nanoTime();
                if (nowNs - reportedNs >= REPORT_NS) {
                    reportedNs = nowNs;
                    report((nowNs - startNs) / 1e9);
                }
            }
        }
    }

    private void report(final double seconds) {
        final int so = Math.max(1, done.get());
        System.err.printf(
                Locale.ROOT,
                "%,d of %,d signatures verified, %d wrong, %.0f s left%n",
                so,
                seen.length,
                wrong.get(),
                seconds / so * (seen.length - so));
    }

    private void sign() {
        final BouncyCastleSigner digests = new BouncyCastleSigner(secret);
        final SigningKey key = SigningKey.of(secret);
        final SignatureReserve reserve = new SignatureReserve(key, RESERVE);
        final ActionSigner signer = new ActionSigner(key, VenueNetwork.MAINNET, reserve);
        final Signature signature = new Signature();
        final ActionBatch batch = new ActionBatch(1);
        batch.noop();
        final UnsafeBuffer packed = new UnsafeBuffer(new byte[ActionMsgpack.maxLength(1)]);
        final byte[] action = new byte[ActionMsgpack.encode(batch, packed, 0)];
        packed.getBytes(0, action);
        for (int i = next.getAndIncrement(); i < seen.length; i = next.getAndIncrement()) {
            if (reserve.size() == 0) {
                reserve.prepare(RESERVE);
            }
            signer.sign(packed, 0, action.length, FIRST_NONCE + i, null, ActionSigner.NO_EXPIRY, signature);
            seen[i] = signature.r(0);
            if (!isOurs(signature, digests.digest(action, FIRST_NONCE + i))) {
                wrong.incrementAndGet();
                System.err.println("wrong: nonce " + (FIRST_NONCE + i) + ", r " + signature.rHex() + ", s "
                        + signature.sHex() + ", v " + signature.v());
            }
            done.incrementAndGet();
        }
    }

    private boolean isOurs(final Signature signature, final byte[] digest) {
        final ByteBuffer bytes = ByteBuffer.allocate(64);
        for (int i = 3; i >= 0; i--) {
            bytes.putLong(signature.r(i));
        }
        for (int i = 3; i >= 0; i--) {
            bytes.putLong(signature.s(i));
        }
        return signature.s(3) >= 0
                && Arrays.equals(
                        publicKey, Secp256k1.get().ecdsaRecover(bytes.array(), digest, signature.v() - LOWEST_V));
    }

    /** How many came before, by their low 64 bits: by chance one in 400,000 proofs of ten million has such a pair. */
    private long repeated() {
        Arrays.parallelSort(seen);
        long repeated = 0;
        for (int i = 1; i < seen.length; i++) {
            if (seen[i] == seen[i - 1]) {
                repeated++;
                System.err.println(
                        "an r came twice; its low bits: " + HexFormat.of().toHexDigits(seen[i]));
            }
        }
        return repeated;
    }
}
