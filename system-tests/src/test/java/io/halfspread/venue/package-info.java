/** The gateway at the simulated venue, over sockets. */
package io.halfspread.venue;
