package io.halfspread.engine.replay;

import io.halfspread.engine.ring.RingReader;
import java.util.function.LongSupplier;
import org.agrona.concurrent.Agent;

/** Attaches what records a replay to its rings. */
@FunctionalInterface
public interface Recorder {
    /**
     * Makes the recording agent.
     *
     * @param inputs    reader of the input ring, behind the engine
     * @param outputs   reader of the output ring
     * @param finalHash the engine's hash, once the engine has ended
     * @return an agent that finishes its record when it is closed
     */
    Agent attach(RingReader inputs, RingReader outputs, LongSupplier finalHash);
}
