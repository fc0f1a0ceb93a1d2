package io.halfspread.engine.agent;

import org.agrona.concurrent.Agent;

/** An agent that places its thread before its first duty cycle. */
public final class PlacedAgent implements Agent {
    private final Agent agent;
    private final String role;
    private final ThreadPlacement placement;

    /**
     * Places an agent.
     *
     * @param agent     the agent
     * @param role      role under which its core is configured
     * @param placement where roles run
     */
    public PlacedAgent(final Agent agent, final String role, final ThreadPlacement placement) {
        this.agent = agent;
        this.role = role;
        this.placement = placement;
    }

    @Override
    public void onStart() {
        placement.place(role);
        agent.onStart();
    }

    @Override
    public int doWork() throws Exception {
        return agent.doWork();
    }

    @Override
    public void onClose() {
        agent.onClose();
    }

    @Override
    public String roleName() {
        return agent.roleName();
    }
}
