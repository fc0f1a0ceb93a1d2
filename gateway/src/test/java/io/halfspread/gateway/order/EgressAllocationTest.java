package io.halfspread.gateway.order;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.halfspread.gateway.net.MeteredNetwork;
import io.halfspread.gateway.net.NettyNetwork;
import io.halfspread.gateway.net.NetworkThread;
import io.halfspread.gateway.net.VenueClient;
import io.halfspread.gateway.net.VenueServer;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What a command costs in allocation from the output ring to the socket, and its reply back to the side queue, on a real
 * socket and on a thread as sessions use: nothing of ours, and nothing of Netty's, which is measured apart.
 */
@Timeout(60)
class EgressAllocationTest {
    private static final int WARM_UP = 12_000;
    private static final int COMMANDS = 3_000;
    private static final int ROUNDS = 4;
    private static final long RENEWALS_BYTES = 1_000;
    private static final double FEW_BYTES = 8;
    private static final String RESTING = "{\"status\":\"ok\",\"response\":{\"type\":\"order\",\"data\":{\"statuses\":["
            + "{\"resting\":{\"oid\":505880037215,\"cloid\":\"0x0123456789abcdef0000000000000001\"}}]}}}";
    private static final String CANCELLED =
            "{\"status\":\"ok\",\"response\":{\"type\":\"cancel\",\"data\":{\"statuses\":[\"success\"]}}}";

    @Test
    void shouldAllocateNothingPerCommand() throws Exception {
        NetworkThread.run(EgressAllocationTest::measure);
    }

    private static void measure() {
        try (VenueServer server = new VenueServer(EgressAllocationTest::reply)) {
            final MeteredNetwork network = new MeteredNetwork(new NettyNetwork(server.address(), 1 << 16));
            try (EgressRig rig = new EgressRig(
                    server.url(),
                    network,
                    new EgressRig.Limits(5_000, EgressSettings.EXPIRES_AFTER_MS, 100, 0),
                    1 << 16)) {
                rig.ready();
                rig.remembers = false;
                run(rig, WARM_UP);
                final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
                long leastOurs = Long.MAX_VALUE;
                long leastNetty = Long.MAX_VALUE;
                // The least of some rounds: what is allocated once, when a pool or a table grows, is not a message's.
                for (int round = 0; round < ROUNDS; round++) {
                    final long nettyBefore = network.allocated();
                    final long before = threads.getCurrentThreadAllocatedBytes();
                    run(rig, COMMANDS);
                    final long netty = network.allocated() - nettyBefore;
                    leastOurs = Math.min(leastOurs, threads.getCurrentThreadAllocatedBytes() - before - netty);
                    leastNetty = Math.min(leastNetty, netty);
                }
                report(leastOurs, leastNetty);
            }
        }
    }

    private static void report(final long ours, final long netty) {
        System.out.printf(
                Locale.ROOT,
                "egress over loopback, allocated by Netty: %.1f bytes a command and its reply; by us: %d bytes in"
                        + " all of %d commands (tasks that renew nonces, one in ten seconds)%n",
                netty / (double) COMMANDS,
                ours,
                COMMANDS);
        assertTrue(ours <= RENEWALS_BYTES, () -> ours + " bytes by us");
        assertTrue(netty / (double) COMMANDS < FEW_BYTES, () -> netty + " bytes by Netty");
    }

    private static void run(final EgressRig rig, final int commands) {
        final long first = rig.heard;
        for (int i = 0; i < commands; i++) {
            rig.event();
            if ((i & 1) == 0) {
                rig.place(i + 1);
            } else {
                rig.cancel(i);
            }
            while (rig.heard == first + i) {
                rig.step();
            }
        }
    }

    private static void reply(final VenueClient client, final String post) {
        final int from = post.indexOf("\"id\":") + 5;
        final String id = post.substring(from, post.indexOf(',', from));
        client.sendOther(
                "{\"channel\":\"post\",\"data\":{\"id\":" + id + ",\"response\":{\"type\":\"action\",\"payload\":"
                        + (post.contains("\"type\":\"order\"") ? RESTING : CANCELLED) + "}}}");
    }
}
