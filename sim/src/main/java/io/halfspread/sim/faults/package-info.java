/** What may go wrong at a simulated venue: the kinds of faults, plans of them, and the strict reader of plan files. */
package io.halfspread.sim.faults;
