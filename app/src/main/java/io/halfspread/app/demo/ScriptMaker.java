package io.halfspread.app.demo;

/** Makes the script of a demonstration, once it is known how files are taken and connections cut there. */
@FunctionalInterface
interface ScriptMaker {
    /**
     * Makes it.
     *
     * @param onDrop told after a file was placed
     * @param cut    cuts a connection
     */
    DemoScript make(Runnable onDrop, Runnable cut);
}
