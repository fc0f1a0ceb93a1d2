package io.halfspread.app.live;

import io.halfspread.engine.ring.EventPublisher;
import io.halfspread.engine.settings.SessionOpening;
import io.halfspread.engine.settings.SessionSettings;
import io.halfspread.engine.tuning.TuningEvents;
import io.halfspread.engine.tuning.TuningUpdate;
import io.halfspread.gateway.ingress.IngressAgent;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.Agent;
import org.agrona.concurrent.EpochNanoClock;

/** The ring's one writer: opens the session with its settings and first parameters, then takes what the venue sends. */
final class SessionIngress implements Agent {
    private final EpochNanoClock clock;
    private final EventPublisher ring;
    private final long sessionId;
    private final SessionSettings settings;
    private final TuningUpdate firstParams;
    private final IngressAgent ingress;
    private final PaperVenue paper;

    /**
     * Puts the opening before an ingress.
     *
     * @param clock       the ingress's clock
     * @param ring        what it publishes to
     * @param sessionId   high half of every order id
     * @param settings    what the session is opened with
     * @param firstParams parameters in force from the start
     * @param ingress     takes over after the opening
     * @param paper       local venue that answers orders, or null
     */
    SessionIngress(
            final EpochNanoClock clock,
            final EventPublisher ring,
            final long sessionId,
            final SessionSettings settings,
            final TuningUpdate firstParams,
            final IngressAgent ingress,
            final PaperVenue paper) {
        this.clock = clock;
        this.ring = ring;
        this.sessionId = sessionId;
        this.settings = settings;
        this.firstParams = firstParams;
        this.ingress = ingress;
        this.paper = paper;
    }

    @Override
    public void onStart() {
        final long nowNs = clock.nanoTime();
        SessionOpening.publish(ring, nowNs, sessionId, settings);
        final MutableDirectBuffer slot = ring.claim();
        ring.publish(TuningEvents.encode(slot, nowNs, firstParams));
        ingress.onStart();
    }

    @Override
    public int doWork() {
        final int modelled = paper == null ? 0 : paper.onTime(clock.nanoTime());
        return modelled + ingress.doWork();
    }

    @Override
    public void onClose() {
        ingress.onClose();
        if (paper != null) {
            paper.settle();
        }
    }

    @Override
    public String roleName() {
        return "ingress";
    }
}
