/** The quoting law: state and parameters to offsets and taker rates, and prices on the venue's grid. */
package io.halfspread.engine.quote;
