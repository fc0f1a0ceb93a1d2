package io.halfspread.engine.capture;

import io.halfspread.codec.event.BestBidOfferEncoder;
import io.halfspread.codec.event.Flag;
import io.halfspread.codec.event.MessageHeaderEncoder;
import io.halfspread.codec.event.PlaceOrderEncoder;
import io.halfspread.codec.event.Side;
import io.halfspread.codec.event.TimerEncoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;

/** A small sound capture, and its files as bytes to be harmed. */
final class SealedCapture {
    private static final long START_NS = 1_790_000_000_000_000_000L;
    private static final CaptureIdentity IDENTITY = new CaptureIdentity(
            "0.1.0-fuzz", CaptureKind.SIMULATED, 0x0123_4567_89ab_cdefL, "", "fuzz", List.of("BTC"));

    final byte[] segment;
    final String manifest;
    final Manifest sealed;

    SealedCapture(final Path folder) throws IOException {
        try (CaptureWriter writer =
                CaptureWriter.open(folder, IDENTITY, new CaptureSettings(CaptureSettings.PAGE, false, 0))) {
            write(writer);
        }
        segment = Files.readAllBytes(folder.resolve(CaptureDescriptor.segmentName(0)));
        manifest = Files.readString(folder.resolve(CaptureDescriptor.MANIFEST));
        sealed = ManifestFile.read(folder);
    }

    private static void write(final CaptureWriter writer) {
        final UnsafeBuffer buffer = new UnsafeBuffer(new byte[CaptureDescriptor.MAX_MESSAGE_LENGTH]);
        final MessageHeaderEncoder header = new MessageHeaderEncoder();
        final TimerEncoder timer = new TimerEncoder().wrapAndApplyHeader(buffer, 0, header);
        timer.ingestNs(START_NS).venueNs(START_NS).instrument(0);
        writer.appendInput(buffer, 0, MessageHeaderEncoder.ENCODED_LENGTH + timer.encodedLength(), 0);
        final BestBidOfferEncoder bbo = new BestBidOfferEncoder().wrapAndApplyHeader(buffer, 0, header);
        bbo.ingestNs(START_NS + 1).venueNs(START_NS).instrument(0);
        bbo.bidPx(100).bidSz(1).bidOrders(1).askPx(101).askSz(1).askOrders(1);
        writer.appendInput(buffer, 0, MessageHeaderEncoder.ENCODED_LENGTH + bbo.encodedLength(), 1);
        final PlaceOrderEncoder place = new PlaceOrderEncoder().wrapAndApplyHeader(buffer, 0, header);
        place.causeSequence(1)
                .eventNs(START_NS + 1)
                .instrument(0)
                .paramsVersion(1)
                .policyVersion(0);
        place.side(Side.BID)
                .reduceOnly(Flag.NO)
                .cloidHigh(1)
                .cloidLow(2)
                .px(100)
                .sz(1);
        writer.appendOutput(buffer, 0, MessageHeaderEncoder.ENCODED_LENGTH + place.encodedLength(), 0);
        timer.wrapAndApplyHeader(buffer, 0, header)
                .ingestNs(START_NS + 2)
                .venueNs(START_NS)
                .instrument(0);
        writer.appendInput(buffer, 0, MessageHeaderEncoder.ENCODED_LENGTH + timer.encodedLength(), 2);
    }
}
