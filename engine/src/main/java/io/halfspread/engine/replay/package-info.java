/** Replay: recorded inputs, timers, tuning changes and modelled fills, merged into one ring in one order. */
package io.halfspread.engine.replay;
