/** Marks by which the build tells per-event code from cold code. */
package io.halfspread.codec.contract;
