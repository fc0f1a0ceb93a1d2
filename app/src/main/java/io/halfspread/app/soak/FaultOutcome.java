package io.halfspread.app.soak;

import io.halfspread.sim.faults.FaultKind;

/**
 * What became of one fault.
 *
 * @param kind     what was injected
 * @param noticed  whether the session counted any trouble between the fault and its safe state
 * @param safeNs   time until the session was in a safe state, on the virtual clock; -1 when it never was again
 */
public record FaultOutcome(FaultKind kind, boolean noticed, long safeNs) {}
