/** From the engine's commands to signed actions on a socket, and from the venue's replies to events: each command ends in one known outcome. */
package io.halfspread.gateway.order;
