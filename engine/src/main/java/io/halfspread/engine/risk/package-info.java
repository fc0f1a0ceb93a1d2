/** Limits that need only engine state and event time. */
package io.halfspread.engine.risk;
