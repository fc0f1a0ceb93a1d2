package io.halfspread.app.machine;

import java.util.concurrent.CompletableFuture;
import net.openhft.affinity.Affinity;

/**
 * A thread that was put on a core, and what the system said of it afterwards.
 *
 * @param role    role it runs
 * @param thread  its number in the system, 0 where that is not known
 * @param core    core that was asked for
 * @param allowed cores on which it may run; none where the system does not say
 * @param trouble what kept it from being put there, empty when nothing did
 */
public record ThreadPin(String role, long thread, int core, CoreList allowed, String trouble) {
    /**
     * Puts the calling thread on a core and asks the system whether it is there.
     *
     * @param role role it runs
     * @param core where it is to run
     * @return how it went
     */
    public static ThreadPin of(final String role, final int core) {
        String trouble = "";
        try {
            Affinity.setAffinity(core);
        } catch (final RuntimeException | LinkageError e) {
            trouble = String.valueOf(e.getMessage());
        }
        final MachineFiles machine = MachineFiles.OF_THIS_MACHINE;
        return new ThreadPin(role, machine.threadId(), core, machine.allowed(), trouble);
    }

    /**
     * The same with a thread made for it, which ends at once.
     *
     * @param core where it is to run
     * @return how it went
     */
    public static ThreadPin tried(final int core) {
        final CompletableFuture<ThreadPin> pin = new CompletableFuture<>();
        final Thread thread = new Thread(() -> pin.complete(of("a thread", core)), "pin-trial");
        thread.setDaemon(true);
        thread.start();
        return pin.join();
    }

    /**
     * Whether the thread runs on that core and nowhere else.
     *
     * @return false also where the system does not say
     */
    public boolean holds() {
        return allowed.isOnly(core);
    }

    /**
     * The pin for people.
     *
     * @return one line
     */
    public String text() {
        if (holds()) {
            return role + " on core " + core + ", verified";
        }
        final String where = allowed.count() == 0 ? "the system does not say where it runs" : "it runs on " + allowed;
        return role + " not on core " + core + ": " + where + (trouble.isEmpty() ? "" : " (" + trouble + ")");
    }
}
