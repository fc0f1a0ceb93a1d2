package io.halfspread.app.demo;

/**
 * A demonstration as a person asked for it.
 *
 * @param seconds  how long, on its own clock
 * @param seed     of the market, the key and the session
 * @param port     of the venue on 127.0.0.1, 0 for any free one
 * @param lockStep whether it runs on a virtual clock, the same every time
 */
public record DemoRequest(double seconds, long seed, int port, boolean lockStep) {}
