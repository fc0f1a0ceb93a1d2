package io.halfspread.app.live;

import io.halfspread.app.machine.PinnedThreads;
import io.halfspread.app.machine.ThreadPin;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.agrona.concurrent.Agent;
import org.agrona.concurrent.ManyToOneConcurrentArrayQueue;

/** Says of each thread that was to be put on a core whether it is there, on the log and in a file beside the capture. */
final class PinReport implements Agent, Consumer<ThreadPin> {
    private static final int CAPACITY = 16;

    private final ManyToOneConcurrentArrayQueue<ThreadPin> placed = new ManyToOneConcurrentArrayQueue<>(CAPACITY);
    private final Path capture;
    private final Consumer<String> log;

    /**
     * A report without pins.
     *
     * @param capture folder of the session
     * @param log     gets lines for people
     */
    PinReport(final Path capture, final Consumer<String> log) {
        this.capture = capture;
        this.log = log;
    }

    /** Takes a pin from the thread itself, which has better to do than write files. */
    @Override
    public void accept(final ThreadPin pin) {
        placed.offer(pin);
    }

    @Override
    public int doWork() {
        int said = 0;
        for (ThreadPin pin = placed.poll(); pin != null; pin = placed.poll()) {
            log.accept((pin.holds() ? "Thread " : "WARN thread ")
                    + pin.text()
                    + (pin.holds() ? "" : "; it goes on unpinned"));
            try {
                PinnedThreads.add(capture, pin);
            } catch (final IOException e) {
                log.accept("WARN " + capture + ": the pins of threads cannot be noted: " + e.getMessage());
            }
            said++;
        }
        return said;
    }

    @Override
    public String roleName() {
        return "pins";
    }
}
