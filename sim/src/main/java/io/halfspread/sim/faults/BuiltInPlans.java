package io.halfspread.sim.faults;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Plans that come with the venue, by name, each about one part of it, and one with all of them. */
public final class BuiltInPlans {
    private static final Map<String, String> TEXTS = new LinkedHashMap<>();

    static {
        TEXTS.put("wire", """
                drop       chance 0.02
                duplicate  chance 0.03
                delay      chance 0.03 for 30ms..2s
                reorder    chance 0.03
                """);
        TEXTS.put("sockets", """
                reset      every 8s
                close      every 10s
                half-open  every 15s for 2s..12s
                silence    every 12s for 1s..9s on bbo,l2Book
                """);
        TEXTS.put("requests", """
                reset      every 6s
                http-429   chance 0.2
                http-5xx   chance 0.2
                no-answer  chance 0.2
                drop       chance 0.1 on post
                """);
        TEXTS.put("orders", """
                reject     chance 0.06
                late-ack   chance 0.08 for 200ms..4s
                drop       chance 0.03 on post
                lost-open  chance 0.2
                race       chance 0.25
                drop       chance 0.04 on orderUpdates,userFills,user
                """);
        TEXTS.put("market", """
                post-only  every 8s for 1s..4s
                empty-book every 8s for 500ms..3s
                burst      every 8s for 1s..3s
                clock-jump every 6s for 200ms..3s
                snapshot-replay every 2s
                """);
        final StringBuilder all = new StringBuilder();
        TEXTS.values().forEach(all::append);
        TEXTS.put("everything", all.toString());
    }

    private BuiltInPlans() {}

    /**
     * Names of all plans.
     *
     * @return in the order of the help
     */
    public static List<String> names() {
        return List.copyOf(TEXTS.keySet());
    }

    /**
     * A plan's text.
     *
     * @param name of the plan
     * @return its lines, or null when there is no such plan
     */
    public static String text(final String name) {
        return TEXTS.get(name);
    }
}
