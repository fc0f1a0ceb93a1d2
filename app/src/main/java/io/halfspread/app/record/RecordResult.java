package io.halfspread.app.record;

import io.halfspread.codec.dump.EventKind;
import io.halfspread.codec.hyperliquid.Channel;
import io.halfspread.gateway.ingress.IngressAgent;
import io.halfspread.gateway.session.MarketDataSession;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What was recorded.
 *
 * @param framesByChannel frames taken, by channel
 * @param refused         frames that could not be decoded; they are in the raw frames all the same
 * @param eventsByKind    events in the ring, by kind
 * @param shed            messages and timers that a full ring cost
 * @param connects        connections dialled, over all
 * @param reconnects      of these, the ones after the first of each
 * @param gaps            times a connection that delivered was lost
 * @param gapNs           time between losing one and having the next, ns
 * @param firstNs         receive time of the first frame, 0 when there was none
 * @param lastNs          receive time of the last frame, 0 when there was none
 * @param interrupted     whether a signal ended it
 * @param trouble         what did not reach the disk, null when all did
 * @param coins           coins by instrument index
 * @param folder          the capture
 */
public record RecordResult(
        Map<String, Long> framesByChannel,
        long refused,
        Map<String, Long> eventsByKind,
        long shed,
        long connects,
        long reconnects,
        long gaps,
        long gapNs,
        long firstNs,
        long lastNs,
        boolean interrupted,
        String trouble,
        List<String> coins,
        Path folder) {
    private static final int INPUT_TEMPLATES = 64;
    private static final double SECOND_NS = 1e9;
    private static final long SECOND = 1_000_000_000L;

    static RecordResult of(
            final RecordRequest request,
            final IngressAgent ingress,
            final long firstNs,
            final long lastNs,
            final boolean interrupted,
            final String trouble) {
        final Map<String, Long> channels = new LinkedHashMap<>();
        final String[] names = Channel.names();
        for (int i = 0; i < names.length; i++) {
            if (ingress.frames(i) > 0) {
                channels.put(names[i], ingress.frames(i));
            }
        }
        final Map<String, Long> kinds = new LinkedHashMap<>();
        for (final EventKind kind : EventKind.values()) {
            if (kind.templateId() < INPUT_TEMPLATES && ingress.written(kind.templateId()) > 0) {
                kinds.put(kind.text(), ingress.written(kind.templateId()));
            }
        }
        final List<MarketDataSession> sessions = ingress.sessions();
        return new RecordResult(
                channels,
                ingress.refused(),
                kinds,
                ingress.shed(),
                sessions.stream().mapToLong(MarketDataSession::connects).sum(),
                sessions.stream()
                        .mapToLong(session -> Math.max(0, session.connects() - 1))
                        .sum(),
                sessions.stream().mapToLong(MarketDataSession::gaps).sum(),
                sessions.stream()
                        .mapToLong(session -> session.gapNs(ingress.nowNs()))
                        .sum(),
                firstNs,
                lastNs,
                interrupted,
                trouble,
                request.coins(),
                request.folder());
    }

    /** Events in the ring so far. */
    static long events(final IngressAgent ingress) {
        long sum = 0;
        for (int id = 0; id < INPUT_TEMPLATES; id++) {
            sum += ingress.written(id);
        }
        return sum;
    }

    /**
     * Frames taken.
     *
     * @return the count, refused ones included
     */
    public long frames() {
        return refused
                + framesByChannel.values().stream().mapToLong(Long::longValue).sum();
    }

    /**
     * The result for programs.
     *
     * @return members in order
     */
    public Map<String, Object> json() {
        final Map<String, Object> json = new LinkedHashMap<>();
        json.put("frames", frames());
        json.put("frames_by_channel", framesByChannel);
        json.put("refused", refused);
        json.put(
                "events",
                eventsByKind.values().stream().mapToLong(Long::longValue).sum());
        json.put("events_by_kind", eventsByKind);
        json.put("shed", shed);
        json.put("connects", connects);
        json.put("reconnects", reconnects);
        json.put("gaps", gaps);
        json.put("gap_s", gapNs / SECOND_NS);
        json.put("first_ns", firstNs == 0 ? null : firstNs);
        json.put("last_ns", firstNs == 0 ? null : lastNs);
        json.put("first", firstNs == 0 ? null : utc(firstNs));
        json.put("last", firstNs == 0 ? null : utc(lastNs));
        json.put("coins", coins);
        json.put("interrupted", interrupted);
        json.put("trouble", trouble);
        json.put("capture", folder.toString());
        json.put("raw_frames", folder.resolve(RecordRequest.FRAMES).toString());
        return json;
    }

    /**
     * Prints the result for a person.
     *
     * @param out where
     */
    public void print(final PrintStream out) {
        line(out, "frames      %,d: %s, %,d refused", frames(), framesByChannel, refused);
        line(out, "events      %s%s", eventsByKind, shed > 0 ? ", " + shed + " shed by a full ring" : "");
        line(
                out,
                "connections %,d dialled, %,d of them again; %,d gaps, %.1f s in all",
                connects,
                reconnects,
                gaps,
                gapNs / SECOND_NS);
        if (firstNs > 0) {
            line(out, "from        %s to %s", utc(firstNs), utc(lastNs));
        }
        line(out, "capture     %s", folder);
        line(out, "raw frames  %s", folder.resolve(RecordRequest.FRAMES));
    }

    private static void line(final PrintStream out, final String format, final Object... values) {
        out.println(String.format(Locale.ROOT, format, values));
    }

    private static String utc(final long ns) {
        return Instant.ofEpochSecond(Math.floorDiv(ns, SECOND), Math.floorMod(ns, SECOND))
                .toString();
    }
}
