package io.halfspread.gateway.frames;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts the bytes read through it, for progress. */
public final class CountedStream extends FilterInputStream {
    private long count;

    /**
     * Wraps a stream.
     *
     * @param in the stream
     */
    public CountedStream(final InputStream in) {
        super(in);
    }

    /**
     * Bytes read so far.
     *
     * @return the count
     */
    public long count() {
        return count;
    }

    @Override
    public int read() throws IOException {
        final int b = super.read();
        if (b >= 0) {
            count++;
        }
        return b;
    }

    @Override
    public int read(final byte[] target, final int offset, final int length) throws IOException {
        final int n = super.read(target, offset, length);
        if (n > 0) {
            count += n;
        }
        return n;
    }

    @Override
    public long skip(final long n) throws IOException {
        final long skipped = super.skip(n);
        count += skipped;
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
