/**
 * How the venue reads what clients sign: actions parsed and put into the one form that is hashed, the hash, and the
 * address that signed it. It is written from the venue's rules alone and shares nothing with the product's signer.
 */
package io.halfspread.sim.wire;
