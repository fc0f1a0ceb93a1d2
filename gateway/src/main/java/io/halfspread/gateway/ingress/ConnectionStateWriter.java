package io.halfspread.gateway.ingress;

import io.halfspread.codec.contract.HotPath;
import io.halfspread.codec.event.ConnectionStateEncoder;
import io.halfspread.codec.event.ConnectionStatus;
import io.halfspread.codec.event.Flag;
import io.halfspread.codec.event.MessageHeaderEncoder;
import io.halfspread.engine.ring.EventPublisher;
import org.agrona.MutableDirectBuffer;

/**
 * Writes the states of connections. A state that finds the ring full waits, in order; when more
 * wait than the connection budget lets happen in minutes, the oldest goes, since newer ones say more. For the one thread
 * that writes the ring.
 */
@HotPath
final class ConnectionStateWriter {
    private static final int WAITING = 256;
    private static final int ALL = 65535;

    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final ConnectionStateEncoder state = new ConnectionStateEncoder();
    private final int[] connections = new int[WAITING];
    private final ConnectionStatus[] statuses = new ConnectionStatus[WAITING];
    private final boolean[] leaves = new boolean[WAITING];
    private final EventPublisher publisher;
    private final int account;
    private long head;
    private long tail;
    private long written;

    /** Takes the number of the connection that account events use, below 0 for none. */
    ConnectionStateWriter(final EventPublisher publisher, final int account) {
        this.publisher = publisher;
        this.account = account;
    }

    boolean isEmpty() {
        return head == tail;
    }

    /** Adds a state; that of the account's connection gives or takes the engine's leave to quote. */
    void add(final int connection, final ConnectionStatus status) {
        add(connection, status, connection == account);
    }

    /** Tells that the account is asked for while everything goes on. */
    void addReview() {
        add(account, ConnectionStatus.RESYNCING, false);
    }

    private void add(final int connection, final ConnectionStatus status, final boolean leave) {
        if (tail - head == WAITING) {
            head++;
        }
        final int slot = (int) (tail++ % WAITING);
        connections[slot] = connection;
        statuses[slot] = status;
        leaves[slot] = leave;
    }

    /** Writes what waits, at a time; returns how many. */
    int write(final long nowNs) {
        int count = 0;
        while (head < tail) {
            final MutableDirectBuffer slot = publisher.claim();
            if (slot == null) {
                break;
            }
            final int next = (int) (head++ % WAITING);
            state.wrapAndApplyHeader(slot, 0, header)
                    .ingestNs(nowNs)
                    .venueNs(ConnectionStateEncoder.venueNsNullValue())
                    .instrument(ALL)
                    .connection((short) connections[next])
                    .status(statuses[next])
                    .carriesOrders(leaves[next] ? Flag.YES : Flag.NO);
            publisher.publish(state.limit());
            written++;
            count++;
        }
        return count;
    }

    long written() {
        return written;
    }
}
