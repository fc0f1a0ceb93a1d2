package io.halfspread.gateway.frames;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import net.jpountz.lz4.LZ4FrameInputStream;

/** Opens plain, gzip and LZ4 frame streams alike, told apart by their first bytes. */
public final class Decompression {
    private static final int BUFFER_BYTES = 1 << 16;
    private static final int GZIP_MAGIC = 0x1F8B;
    private static final int LZ4_MAGIC = 0x04224D18;

    private Decompression() {}

    /**
     * Opens what a file holds.
     *
     * @param source the bytes as stored
     * @return the bytes before compression
     * @throws IOException when the first bytes cannot be read or are damaged
     */
    public static InputStream open(final InputStream source) throws IOException {
        final BufferedInputStream in = new BufferedInputStream(source, BUFFER_BYTES);
        in.mark(Integer.BYTES);
        final byte[] first = in.readNBytes(Integer.BYTES);
        in.reset();
        int magic = 0;
        for (int i = 0; i < first.length; i++) {
            magic |= (first[i] & 0xFF) << 8 * (Integer.BYTES - 1 - i);
        }
        if (magic >>> 16 == GZIP_MAGIC) {
            return new GZIPInputStream(in, BUFFER_BYTES);
        }
        return magic == LZ4_MAGIC ? new LZ4FrameInputStream(in) : in;
    }
}
