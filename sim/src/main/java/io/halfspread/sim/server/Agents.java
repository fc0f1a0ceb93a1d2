package io.halfspread.sim.server;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Keys that may trade for an account: one without a name, three with. */
final class Agents {
    private static final int MOST_NAMED = 3;
    private static final int LONGEST_NAME = 16;
    private static final Pattern VALIDITY = Pattern.compile("^(.*?) ?valid_until (\\d{1,18})$");

    private final Map<String, Agent> byAddress = new LinkedHashMap<>();

    /** Account an agent may act for, or null. */
    String master(final String address, final long nowMs) {
        final Agent agent = byAddress.get(address);
        return agent == null || agent.validUntilMs() <= nowMs ? null : agent.master();
    }

    /**
     * Approves an agent in place of the one of that name.
     *
     * @param text  name, perhaps with its end of validity; empty for none
     * @param ended takes the address of the agent that ends, if there is one
     * @return why not, or null
     */
    String approve(
            final String master,
            final String address,
            final String text,
            final long nowMs,
            final Consumer<String> ended) {
        final Matcher validity = VALIDITY.matcher(text);
        final boolean limited = validity.matches();
        final String name = limited ? validity.group(1) : text;
        final long untilMs = limited ? Long.parseLong(validity.group(2)) : Long.MAX_VALUE;
        if (name.length() > LONGEST_NAME || untilMs <= nowMs) {
            return "Invalid agent name: " + text;
        }
        if (byAddress.containsKey(address)) {
            return "Extra agent already used.";
        }
        final List<Agent> others = of(master, nowMs);
        final List<Agent> replaced =
                others.stream().filter(agent -> agent.name().equals(name)).toList();
        final long named =
                others.stream().filter(agent -> !agent.name().isEmpty()).count();
        if (!name.isEmpty() && replaced.isEmpty() && named >= MOST_NAMED) {
            return "Too many extra agents.";
        }
        for (final Agent agent : replaced) {
            byAddress.remove(agent.address());
            ended.accept(agent.address());
        }
        byAddress.put(address, new Agent(master, address, name, untilMs));
        return null;
    }

    List<Agent> of(final String master, final long nowMs) {
        final List<Agent> found = new ArrayList<>();
        for (final Agent agent : byAddress.values()) {
            if (agent.master().equals(master) && agent.validUntilMs() > nowMs) {
                found.add(agent);
            }
        }
        return found;
    }

    /** One approved key. */
    record Agent(String master, String address, String name, long validUntilMs) {}
}
