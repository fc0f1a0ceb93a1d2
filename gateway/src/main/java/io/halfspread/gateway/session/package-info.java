/** Sessions with the venue: what to subscribe to, and what to do when a connection fails. No clock, no socket. */
package io.halfspread.gateway.session;
