/**
 * The simulated venue as a process sees it: queries, signed actions and the WebSocket on one port of this machine, over
 * an exchange that knows nothing of networks. One thread steps it; it may be its own or the caller's.
 */
package io.halfspread.sim.server;
