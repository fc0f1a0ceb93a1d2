package io.halfspread.app.sweep.run;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** The canonical bytes of an outcome: every member in order, big endian, doubles by their bits. */
final class OutcomeCodec {
    private static final int LAYOUT = 1;
    private static final int MOST_COINS = 1024;
    private static final int MOST_BLOCKS = 1 << 24;

    private OutcomeCodec() {}

    static byte[] encode(final Outcome outcome) {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(LAYOUT);
            out.writeLong(outcome.key().candidate());
            out.writeInt(outcome.key().capture());
            out.writeDouble(outcome.key().share());
            out.writeLong(outcome.candidateKey());
            out.writeLong(outcome.blockNs());
            out.writeLong(outcome.inputs());
            out.writeLong(outcome.replayHash());
            out.writeLong(outcome.drawdown());
            out.writeInt(outcome.coins().size());
            for (final CoinOutcome coin : outcome.coins()) {
                write(coin, out);
            }
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(final CoinOutcome coin, final DataOutputStream out) throws IOException {
        out.writeUTF(coin.coin());
        out.writeLong(coin.profit().spread());
        out.writeLong(coin.profit().inventory());
        out.writeLong(coin.profit().fees());
        out.writeLong(coin.profit().funding());
        out.writeLong(coin.traffic().makerFills());
        out.writeLong(coin.traffic().takerFills());
        out.writeLong(coin.traffic().volume());
        out.writeLong(coin.traffic().quotes());
        out.writeLong(coin.traffic().commands());
        out.writeLong(coin.risk().drawdown());
        out.writeDouble(coin.risk().meanAbsPosition());
        out.writeDouble(coin.risk().meanAbsUsd());
        out.writeLong(coin.risk().position());
        out.writeLong(coin.risk().mid());
        out.writeLong(coin.market().ns());
        out.writeLong(coin.market().bidNs());
        out.writeLong(coin.market().askNs());
        out.writeLong(coin.market().bidTouch());
        out.writeLong(coin.market().askTouch());
        out.writeLong(coin.markout().fills());
        out.writeDouble(coin.markout().sumBps());
        final long[] blocks = coin.blockProfit();
        out.writeInt(blocks.length);
        for (final long block : blocks) {
            out.writeLong(block);
        }
    }

    static Outcome decode(final byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            if (in.readUnsignedByte() != LAYOUT) {
                throw new IllegalArgumentException("an outcome of another layout");
            }
            final CellKey key = new CellKey(in.readLong(), in.readInt(), in.readDouble());
            final long candidateKey = in.readLong();
            final long blockNs = in.readLong();
            final long inputs = in.readLong();
            final long replayHash = in.readLong();
            final long drawdown = in.readLong();
            final int count = length(in.readInt(), MOST_COINS);
            final List<CoinOutcome> coins = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                coins.add(coin(in));
            }
            if (in.available() > 0) {
                throw new IllegalArgumentException("an outcome with bytes behind it");
            }
            return new Outcome(key, candidateKey, blockNs, inputs, replayHash, drawdown, coins);
        } catch (final IOException e) {
            throw new IllegalArgumentException("no outcome: " + e, e);
        }
    }

    private static CoinOutcome coin(final DataInputStream in) throws IOException {
        return new CoinOutcome(
                in.readUTF(),
                new CoinOutcome.Profit(in.readLong(), in.readLong(), in.readLong(), in.readLong()),
                new CoinOutcome.Traffic(in.readLong(), in.readLong(), in.readLong(), in.readLong(), in.readLong()),
                new CoinOutcome.Risk(in.readLong(), in.readDouble(), in.readDouble(), in.readLong(), in.readLong()),
                new CoinOutcome.Market(in.readLong(), in.readLong(), in.readLong(), in.readLong(), in.readLong()),
                new CoinOutcome.Markout(in.readLong(), in.readDouble()),
                blocks(in));
    }

    private static long[] blocks(final DataInputStream in) throws IOException {
        final long[] blocks = new long[length(in.readInt(), MOST_BLOCKS)];
        for (int i = 0; i < blocks.length; i++) {
            blocks[i] = in.readLong();
        }
        return blocks;
    }

    private static int length(final int length, final int most) {
        if (length < 0 || length > most) {
            throw new IllegalArgumentException("no outcome: a length of " + length);
        }
        return length;
    }
}
