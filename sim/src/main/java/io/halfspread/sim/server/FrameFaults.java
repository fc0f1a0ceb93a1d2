package io.halfspread.sim.server;

import io.halfspread.sim.faults.FaultKind;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/** What happens to messages on their way to clients when a plan says so. By the stepping thread. */
final class FrameFaults {
    private static final String CHANNEL = "{\"channel\":\"";
    private static final long SWAP_PATIENCE_MS = 500;

    private final FaultDesk faults;
    private final BiConsumer<ClientSocket, String> out;
    private final Later later = new Later();
    private final Map<ClientSocket, String> swapped = new HashMap<>();
    private long nowMs;

    FrameFaults(final FaultDesk faults, final BiConsumer<ClientSocket, String> out) {
        this.faults = faults;
        this.out = out;
    }

    void advance(final long timeMs) {
        nowMs = timeMs;
        later.advance(timeMs);
    }

    void send(final ClientSocket socket, final String sent) {
        final String channel = channel(sent);
        final String text = LostOpens.apply(faults, channel, sent);
        if (text == null
                || socket.isDeaf(nowMs)
                || faults.isSilent(channel)
                || faults.strikes(FaultKind.DROP, channel)) {
            return;
        }
        final long delayMs = faults.strike(FaultKind.DELAY, channel);
        if (delayMs > 0) {
            later.after(delayMs, () -> deliver(socket, text));
        } else if (!swapped.containsKey(socket) && faults.strikes(FaultKind.REORDER, channel)) {
            swapped.put(socket, text);
            later.after(SWAP_PATIENCE_MS, () -> deliverSwapped(socket, text));
        } else {
            deliver(socket, text);
            if (faults.strikes(FaultKind.DUPLICATE, channel)) {
                deliver(socket, text);
            }
            final String waiting = swapped.remove(socket);
            if (waiting != null) {
                deliver(socket, waiting);
            }
        }
    }

    void closed(final ClientSocket socket) {
        swapped.remove(socket);
    }

    private void deliverSwapped(final ClientSocket socket, final String text) {
        if (swapped.remove(socket, text)) {
            deliver(socket, text);
        }
    }

    private void deliver(final ClientSocket socket, final String text) {
        if (socket.isOpen() && !socket.isDeaf(nowMs)) {
            out.accept(socket, text);
        }
    }

    private static String channel(final String text) {
        final int end = text.startsWith(CHANNEL) ? text.indexOf('"', CHANNEL.length()) : -1;
        return end < 0 ? "" : text.substring(CHANNEL.length(), end);
    }
}
