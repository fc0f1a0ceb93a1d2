package io.halfspread.app.view;

/** Where a view gets a running session's messages from: what is lost on the way is lost. */
public interface SessionSource {
    /**
     * Hands on what has come. Never waits.
     *
     * @param view  takes it
     * @param limit most messages at once
     * @return messages handed on
     */
    int drain(SessionView view, int limit);

    /**
     * What the events do not tell.
     *
     * @return as of now
     */
    Gauges gauges();
}
