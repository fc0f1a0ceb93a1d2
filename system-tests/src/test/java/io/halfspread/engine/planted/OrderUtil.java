package io.halfspread.engine.planted;

import java.net.InetAddress;
import java.nio.file.Path;

/** Breaks the naming, state, accessor and dependency rules at once. */
final class OrderUtil implements IOrder {
    static long count;

    private final Path file = Path.of("orders");

    /** A name that begins with get. */
    public long getCount() {
        return file.getNameCount() + InetAddress.getLoopbackAddress().hashCode();
    }
}
