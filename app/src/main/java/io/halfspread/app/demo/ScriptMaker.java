package io.halfspread.app.demo;

import java.util.function.LongConsumer;

/** Makes the script of a demonstration, once it is known how files are taken and connections cut there. */
@FunctionalInterface
public interface ScriptMaker {
    /**
     * Makes it.
     *
     * @param onDrop told after a file was placed
     * @param cut    cuts a connection
     * @return told again and again the time since the start, ns
     */
    LongConsumer make(Runnable onDrop, Runnable cut);
}
