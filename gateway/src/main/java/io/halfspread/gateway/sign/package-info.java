/** Signing for the venue: hashes, the curve, the nonces of actions and the typed data of everything else that is signed. */
package io.halfspread.gateway.sign;
