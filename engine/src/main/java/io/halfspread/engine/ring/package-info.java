/** The single-writer ring of fixed slots, each holding one SBE message, and the ports to write and read it. */
package io.halfspread.engine.ring;
