/** From decoded venue events to ring messages. */
package io.halfspread.gateway.ingress;
