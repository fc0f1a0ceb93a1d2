/** A process beside a session that takes its orders out of the market when the session falls silent. */
package io.halfspread.app.watchdog;
