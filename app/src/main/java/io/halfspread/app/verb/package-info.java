/** The commands, one small class each; they compose, other packages do the work. */
package io.halfspread.app.verb;
