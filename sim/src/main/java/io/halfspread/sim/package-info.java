/**
 * A seeded stand-in for the venue's market: a hidden price, a book of makers, takers who hit it, and the frames a
 * subscriber would receive. It writes its own JSON and its own numbers, so that it cannot share a mistake with the
 * decoders it is used to test.
 */
package io.halfspread.sim;
