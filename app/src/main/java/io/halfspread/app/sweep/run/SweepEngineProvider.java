package io.halfspread.app.sweep.run;

import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Makes engines that live in a jar of their own; found by {@link java.util.ServiceLoader} when that jar is there. */
public interface SweepEngineProvider {
    /**
     * Name of the engine as {@code --engine} takes it.
     *
     * @return the name, lower case
     */
    String name();

    /**
     * Starts the engine.
     *
     * @param request what it is to run
     * @return the engine
     * @throws io.halfspread.app.console.Failure when it cannot be started
     */
    SweepEngine open(Request request);

    /**
     * What an engine is to run.
     *
     * @param captures  captures by index
     * @param settings  what all replays share
     * @param threads   cells at a time where that is the engine's to choose
     * @param master    address of the master, or null
     * @param store     where captures are laid for other machines, a folder or a URI, or null
     * @param folder    folder of the sweep
     * @param interrupt asked again and again whether to end early
     * @param log       takes lines for people
     */
    record Request(
            List<CaptureRef> captures,
            RunSettings settings,
            int threads,
            String master,
            String store,
            Path folder,
            BooleanSupplier interrupt,
            Consumer<String> log) {
        /** Copies the captures. */
        public Request {
            captures = List.copyOf(captures);
        }
    }
}
