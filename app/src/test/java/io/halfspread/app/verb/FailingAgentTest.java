package io.halfspread.app.verb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.jdi.Bootstrap;
import com.sun.jdi.ObjectReference;
import com.sun.jdi.ThreadReference;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.AttachingConnector;
import com.sun.jdi.connect.Connector;
import io.halfspread.gateway.rest.InfoClient;
import io.halfspread.gateway.rest.RestTimings;
import io.halfspread.gateway.rest.VenueHttp;
import io.halfspread.gateway.rest.WeightBudget;
import io.halfspread.sim.server.SimVenue;
import io.halfspread.sim.server.VenueConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Agents of a session that trades, in a process of its own, are stopped or made to fail from outside, by a debugger. */
@Timeout(120)
class FailingAgentTest {
    private static final String KEY = "0x1234567890123456789012345678901234567890123456789012345678901234";
    private static final String ACCOUNT = "0x2e988a386a799f506693793c6a5af6b54dfaabfb";
    private static final String LISTENING = "Listening for transport dt_socket at address: ";

    @TempDir
    private Path folder;

    @Test
    void shouldCancelEverythingWhenAnAgentStandsStill() throws Exception {
        try (SimVenue venue = SimVenue.start(
                        VenueConfig.builder().account(ACCOUNT, 10_000_00000000L).build());
                ChildRun run = start(venue)) {
            final VirtualMachine machine = attach(run.line());
            assertEquals("quoting", run.line(), run::log);
            final InfoClient info = info(venue);
            while (info.openOrders(ACCOUNT).isEmpty()) {
                Thread.onSpinWait();
            }

            thread(machine, "engine").suspend();
            while (!run.log().contains("WARN engine made no duty cycle for ")) {
                Thread.onSpinWait();
            }
            while (!info.openOrders(ACCOUNT).isEmpty()) {
                Thread.onSpinWait();
            }
            thread(machine, "engine").resume();
            while (!run.log().contains("Trading mode pause asked for by watch: engine made no duty cycle")) {
                Thread.onSpinWait();
            }
            run.signal("TERM");
            assertTrue(run.line().contains("\"verified\":true"), run::log);
            assertEquals(0, run.exitCode(), run::log);
            assertTrue(info.openOrders(ACCOUNT).isEmpty());
        }
    }

    @Test
    void shouldCancelEverythingAtOnceWhenAnAgentThrows() throws Exception {
        try (SimVenue venue = SimVenue.start(
                        VenueConfig.builder().account(ACCOUNT, 10_000_00000000L).build());
                ChildRun run = start(venue)) {
            final VirtualMachine machine = attach(run.line());
            assertEquals("quoting", run.line(), run::log);
            final InfoClient info = info(venue);
            while (info.openOrders(ACCOUNT).isEmpty()) {
                Thread.onSpinWait();
            }

            final ThreadReference engine = thread(machine, "engine");
            engine.suspend();
            final ObjectReference error = machine.classesByName("java.lang.OutOfMemoryError")
                    .get(0)
                    .instances(1)
                    .get(0);
            engine.stop(error);
            engine.resume();

            final int code = run.exitCode();
            assertFalse(code == 0 || code == 137, run::log);
            assertTrue(run.log().contains("a part of the session failed"), run::log);
            assertTrue(info.openOrders(ACCOUNT).isEmpty(), run::log);
        }
    }

    private ChildRun start(final SimVenue venue) throws Exception {
        final Path wiring = PaperWiring.write(folder, "dedicated");
        Files.writeString(
                wiring,
                Files.readString(wiring)
                        .replace("instruments:", "watch:\n  stall_ms: 800\nidle: backoff\ninstruments:"));
        return ChildRun.start(
                folder,
                KEY,
                List.of(),
                List.of("-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=127.0.0.1:0"),
                "run",
                "--mode",
                "live",
                "--network",
                "testnet",
                "--config",
                wiring.toString(),
                "--venue-url",
                "http://127.0.0.1:" + venue.port(),
                "--json");
    }

    private static InfoClient info(final SimVenue venue) {
        return new InfoClient(
                new VenueHttp("http://127.0.0.1:" + venue.port(), RestTimings.ofVenue()), WeightBudget.unlimited());
    }

    private static VirtualMachine attach(final String line) throws Exception {
        assertTrue(line.startsWith(LISTENING), line);
        final AttachingConnector connector = Bootstrap.virtualMachineManager().attachingConnectors().stream()
                .filter(candidate -> candidate.name().equals("com.sun.jdi.SocketAttach"))
                .findFirst()
                .orElseThrow();
        final Map<String, Connector.Argument> arguments = connector.defaultArguments();
        arguments.get("hostname").setValue("127.0.0.1");
        final String address = line.substring(LISTENING.length());
        arguments.get("port").setValue(address.substring(address.lastIndexOf(':') + 1));
        return connector.attach(arguments);
    }

    private static ThreadReference thread(final VirtualMachine machine, final String name) {
        return machine.allThreads().stream()
                .filter(thread -> thread.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(machine.allThreads()));
    }
}
