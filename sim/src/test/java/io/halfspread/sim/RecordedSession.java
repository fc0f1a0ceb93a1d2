package io.halfspread.sim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A synthetic session read back with a plain JSON library. */
record RecordedSession(List<Frame> frames) {
    private static final ObjectMapper JSON = new ObjectMapper();

    record Frame(long receiveNs, String channel, JsonNode data) {
        long lastTimeMs() {
            return "trades".equals(channel)
                    ? data.get(data.size() - 1).get("time").asLong()
                    : data.get("time").asLong();
        }
    }

    static RecordedSession of(final SessionPlan plan) throws IOException {
        final List<Frame> frames = new ArrayList<>();
        for (final String line : new String(bytes(plan), StandardCharsets.US_ASCII).split("\n")) {
            final JsonNode frame = JSON.readTree(line.substring(20));
            frames.add(new Frame(
                    Long.parseLong(line.substring(0, 19)), frame.get("channel").asText(), frame.get("data")));
        }
        return new RecordedSession(frames);
    }

    static byte[] bytes(final SessionPlan plan) throws IOException {
        final ByteArrayOutputStream out = new ByteArrayOutputStream();
        SyntheticSession.write(out, plan);
        return out.toByteArray();
    }

    List<Frame> channel(final String channel) {
        return frames.stream().filter(frame -> frame.channel().equals(channel)).toList();
    }
}
