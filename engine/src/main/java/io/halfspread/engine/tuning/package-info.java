/** The seven tuning parameters: their one table, and a set of their values. */
package io.halfspread.engine.tuning;
