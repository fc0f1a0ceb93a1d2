package io.halfspread.app.sweep.run;

import io.halfspread.app.console.Failure;
import io.halfspread.engine.capture.CaptureException;
import io.halfspread.engine.capture.MappedInputs;
import java.util.HashMap;
import java.util.Map;

/** Captures mapped and verified once for all threads of a process. */
public final class SharedCaptures implements AutoCloseable {
    private final Map<String, MappedInputs> opened = new HashMap<>();

    /** None opened yet. */
    public SharedCaptures() {}

    /**
     * The inputs of a capture; opened and verified when first asked for. From any thread.
     *
     * @param capture the capture
     * @return its inputs
     * @throws Failure when it is not there, does not verify, or is another
     */
    public synchronized MappedInputs of(final CaptureRef capture) {
        MappedInputs inputs = opened.get(capture.sha256());
        if (inputs == null) {
            inputs = open(capture);
            opened.put(capture.sha256(), inputs);
        }
        return inputs;
    }

    /**
     * Takes over a capture that was opened before.
     *
     * @param capture what it is
     * @param inputs  its inputs, closed with this
     */
    public synchronized void add(final CaptureRef capture, final MappedInputs inputs) {
        final MappedInputs before = opened.put(capture.sha256(), inputs);
        if (before != null) {
            throw new IllegalStateException(capture.name() + " is opened twice");
        }
    }

    private static MappedInputs open(final CaptureRef capture) {
        final MappedInputs inputs;
        try {
            inputs = MappedInputs.open(capture.path());
        } catch (final CaptureException e) {
            throw Failure.badInput(e.getMessage());
        }
        final String found = CaptureRefs.sha256(inputs.manifest());
        if (!found.equals(capture.sha256())) {
            inputs.close();
            throw Failure.badInput(capture.path() + ": holds other bytes than the capture " + capture.name()
                    + " of this sweep: SHA-256 " + found + ", expected " + capture.sha256());
        }
        return inputs;
    }

    /** Lets go of all; no cursor may be in use. */
    @Override
    public synchronized void close() {
        opened.values().forEach(MappedInputs::close);
        opened.clear();
    }
}
