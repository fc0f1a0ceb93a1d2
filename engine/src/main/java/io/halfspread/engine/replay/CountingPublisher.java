package io.halfspread.engine.replay;

import io.halfspread.codec.event.MessageHeaderDecoder;
import io.halfspread.codec.event.TuningParamsUpdateDecoder;
import io.halfspread.engine.ring.EventPublisher;
import io.halfspread.engine.ring.EventRing;
import io.halfspread.engine.solver.SolverDesk;
import io.halfspread.engine.tuning.TuningEvents;
import java.util.ArrayList;
import java.util.List;
import org.agrona.MutableDirectBuffer;

/** The input ring as a replay writes it: counts what is published and notes each parameter set. Ring-writing thread. */
final class CountingPublisher implements EventPublisher {
    private static final int INGEST_NS = MessageHeaderDecoder.ENCODED_LENGTH;

    private final EventRing ring;
    private final EventTally tally = new EventTally();
    private final List<ParamsVersion> versions = new ArrayList<>();
    private MutableDirectBuffer claimed;
    private long lastSequence = -1;
    private long lastNs = Long.MIN_VALUE;
    private SolverDesk solver;

    CountingPublisher(final EventRing ring) {
        this.ring = ring;
    }

    @Override
    public MutableDirectBuffer claim() {
        claimed = ring.claim();
        return claimed;
    }

    @Override
    public long publish(final int length) {
        final MutableDirectBuffer message = claimed;
        final int templateId = tally.count(message, 0);
        lastNs = message.getLong(INGEST_NS, java.nio.ByteOrder.LITTLE_ENDIAN);
        if (templateId == TuningParamsUpdateDecoder.TEMPLATE_ID) {
            versions.add(ParamsVersion.of(TuningEvents.decodeUpdate(message, 0), ring.published() + 1));
        }
        lastSequence = ring.publish(length);
        if (solver != null) {
            // The slot is not handed out again before this thread claims a whole ring of others.
            solver.onInput(message, 0, lastSequence);
        }
        return lastSequence;
    }

    /** Also shows every event to a solver. */
    void follow(final SolverDesk desk) {
        solver = desk;
    }

    long lastSequence() {
        return lastSequence;
    }

    /** Event time of the newest event. */
    long lastNs() {
        return lastNs;
    }

    EventTally tally() {
        return tally;
    }

    List<ParamsVersion> versions() {
        return versions;
    }
}
