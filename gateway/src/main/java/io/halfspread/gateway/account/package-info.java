/** The account: its state put on the ring after every connection, its facts at the start, its orderly end. */
package io.halfspread.gateway.account;
