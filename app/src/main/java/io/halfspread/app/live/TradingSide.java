package io.halfspread.app.live;

import io.halfspread.engine.ring.RingReader;
import io.halfspread.engine.ring.SideQueue;
import java.util.List;
import org.agrona.concurrent.Agent;

/** What a session that trades has beside one that does not: the order connection, the account's queries, the key. */
interface TradingSide extends AutoCloseable {
    /** Sends the commands of the engine; called once. */
    Agent egress(RingReader commands);

    /** Keeps the account's state known, by queries. */
    Agent desk();

    /** Events of both for the ring's writer. */
    List<SideQueue> queues();

    /** Whether no action is without its outcome. */
    boolean isIdle();

    @Override
    void close();
}
