/**
 * Estimates the solver's market model from events: pure functions of what they are given, in event time, each with a prior, a
 * half-life and limits. Runs on the solver's side, never on the engine thread.
 */
package io.halfspread.engine.calibration;
