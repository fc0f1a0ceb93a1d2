package io.halfspread.gateway.frames;

import io.halfspread.codec.hyperliquid.HyperliquidDecoder;
import io.halfspread.codec.refusal.Refusal;
import io.halfspread.gateway.ingress.MarketEventWriter;
import java.io.IOException;
import java.nio.file.Path;

/** A file of raw frames as a recording: a frame is decoded when it is delivered. For one thread. */
public final class FrameRecording implements Recording {
    private final FrameFile file;
    private final HyperliquidDecoder decoder;

    /**
     * Opens a file.
     *
     * @param path    the file
     * @param decoder decodes the frames; may be shared with other recordings of the same thread
     * @param refused takes what cannot be used
     * @throws IOException when the file cannot be read
     */
    public FrameRecording(final Path path, final HyperliquidDecoder decoder, final RefusedLines refused)
            throws IOException {
        this.file = FrameFile.open(path, refused);
        this.decoder = decoder;
    }

    @Override
    public boolean next() {
        return file.next();
    }

    @Override
    public boolean nextTime() {
        return file.next();
    }

    @Override
    public long receiveNs() {
        return file.receiveNs();
    }

    @Override
    public boolean deliver(final MarketEventWriter writer) {
        final int code = decoder.decode(file.buffer(), file.offset(), file.length());
        if (code != Refusal.NONE) {
            file.refuseFrame(code, decoder.faultPosition());
            return false;
        }
        writer.ingestNs(file.receiveNs());
        decoder.deliver(writer);
        return true;
    }

    @Override
    public long bytesRead() {
        return file.bytesRead();
    }

    @Override
    public long lifted() {
        return file.lifted();
    }

    @Override
    public long largestLiftNs() {
        return file.largestLiftNs();
    }

    @Override
    public void close() {
        file.close();
    }
}
