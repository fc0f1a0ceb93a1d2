package io.halfspread.gateway.session;

import io.halfspread.codec.contract.HotPath;

/** Says whether a connection may be made now, beside what a budget counts. Asked on the thread that makes it. */
@HotPath
@FunctionalInterface
public interface ConnectionGate {
    /** Always open. */
    ConnectionGate OPEN = () -> true;

    /**
     * Whether a connection may be made now.
     *
     * @return false to be asked again later
     */
    boolean isOpen();
}
