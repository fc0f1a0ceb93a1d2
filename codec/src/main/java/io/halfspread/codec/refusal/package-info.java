/** Why a text was refused: one numbering for decimals, JSON and venue frames. */
package io.halfspread.codec.refusal;
