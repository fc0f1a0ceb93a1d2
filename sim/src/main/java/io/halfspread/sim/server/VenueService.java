package io.halfspread.sim.server;

/** What stands behind the network: it is told what came in and asked to do what is due. By the stepping thread. */
interface VenueService {
    /** Input of a step follows. */
    void begin(long nowMs);

    /** A request came; it is answered now or later, in the order of requests of its connection. */
    void onRequest(HttpCall call);

    /** A client asks for a WebSocket. */
    boolean admits(String remoteAddress);

    /** A WebSocket is connected. */
    void onOpen(ClientSocket socket);

    /** A client sent a text message. */
    void onText(ClientSocket socket, String text);

    /** A WebSocket has ended. */
    void onClose(ClientSocket socket);

    /** Does what is due, after the input of this step was taken in. */
    int onStep(long nowMs);
}
