/** Replays, verifies and explains recorded sessions: what the verbs of the same names do. */
package io.halfspread.app.replay;
