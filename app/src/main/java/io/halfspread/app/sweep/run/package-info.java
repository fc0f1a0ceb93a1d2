/**
 * Runs the replays of a sweep: cells of candidate and capture, in this process or elsewhere, and keeps what each gave.
 * An outcome depends on its cell, its capture and the settings alone, never on who ran it or in what order.
 */
package io.halfspread.app.sweep.run;
