package io.halfspread.gateway.frames;

import io.halfspread.codec.refusal.Refusal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Lines that were refused: all counted by reason, the first ones listed. For one thread. */
public final class RefusedLines {
    /** Lines listed one by one. */
    public static final int MAX_LISTED = 100;

    private final List<RefusedLine> listed = new ArrayList<>();
    private final Map<String, Long> byReason = new TreeMap<>();
    private long count;

    /** Creates an empty record. */
    public RefusedLines() {}

    /**
     * Counts a line, and lists it when there is room.
     *
     * @param line the line
     */
    public void add(final RefusedLine line) {
        count++;
        byReason.merge(Refusal.describe(line.code()), 1L, Long::sum);
        if (listed.size() < MAX_LISTED) {
            listed.add(line);
        }
    }

    /**
     * Lines refused.
     *
     * @return the count
     */
    public long count() {
        return count;
    }

    /**
     * Lines refused, by reason in words.
     *
     * @return a read-only view
     */
    public Map<String, Long> byReason() {
        return Collections.unmodifiableMap(byReason);
    }

    /**
     * The first {@link #MAX_LISTED} refused lines.
     *
     * @return a read-only view
     */
    public List<RefusedLine> listed() {
        return Collections.unmodifiableList(listed);
    }
}
