package io.halfspread.gateway.rest;

import java.time.Duration;

/**
 * How patient requests over HTTP are.
 *
 * @param connect  longest wait for a connection
 * @param answer   longest wait for the whole answer, from sending
 * @param patience longest wait for weight in the budget
 */
public record RestTimings(Duration connect, Duration answer, Duration patience) {
    /**
     * What fits the venue.
     *
     * @return 5 s for a connection, 10 s for an answer, 70 s for weight
     */
    public static RestTimings ofVenue() {
        return new RestTimings(Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(70));
    }
}
