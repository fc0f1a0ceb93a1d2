/**
 * The page on which people watch a running session, and, with a token, steer it. Served on loopback by a thread of its own,
 * which reads the lossy broadcast and counters: nothing here can hold the session up.
 */
package io.halfspread.app.dashboard;
