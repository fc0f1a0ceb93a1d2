/**
 * The solver's side: follows the input events, calibrates the market model, solves it when time, drift or parameters ask for
 * it, and answers with events. Never on the engine thread.
 */
package io.halfspread.engine.solver;
