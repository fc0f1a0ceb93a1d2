/**
 * Tuning files on their way to the ring: strict validation, versions with their ledger, and the watcher of
 * tuning_params.json and config/drops. Nothing here applies a value; the engine does, between two events.
 */
package io.halfspread.gateway.tuning;
