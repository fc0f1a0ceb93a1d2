package io.halfspread.sim.server;

import io.netty.handler.codec.http.HttpResponseStatus;

/** The venue's answers. */
final class VenueDesk implements VenueService {
    private final VenueConfig config;

    VenueDesk(final VenueConfig config) {
        this.config = config;
    }

    @Override
    public void onRequest(final HttpCall call) {
        call.answerText(
                HttpResponseStatus.UNPROCESSABLE_ENTITY, "Failed to deserialize the JSON body into the target type");
    }

    @Override
    public boolean admits(final String remoteAddress) {
        return true;
    }

    @Override
    public void onOpen(final ClientSocket socket) {}

    @Override
    public void onText(final ClientSocket socket, final String text) {
        socket.send("{\"channel\":\"error\",\"data\":\"Error parsing JSON into valid websocket request: "
                + config.coins() + "\"}");
    }

    @Override
    public void onClose(final ClientSocket socket) {}

    @Override
    public int onStep(final long nowMs) {
        return 0;
    }
}
