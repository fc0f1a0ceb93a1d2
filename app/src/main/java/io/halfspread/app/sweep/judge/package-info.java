/**
 * What the outcomes of a sweep allow to say: objective and constraints, error bars, corrections for many trials, and one
 * sentence. Pure functions of outcomes and a seed; docs/sweep-methods.md has the formulas.
 */
package io.halfspread.app.sweep.judge;
