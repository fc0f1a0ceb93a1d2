/** WebSockets over Netty, stepped by the thread that owns them; the rest of the gateway sees four small interfaces. */
package io.halfspread.gateway.net;
