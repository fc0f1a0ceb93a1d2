/** Fixed-point decimals: parsing, printing and arithmetic, exact and without allocation. */
package io.halfspread.codec.decimal;
