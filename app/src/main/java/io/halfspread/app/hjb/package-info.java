/** The verbs around the control problem: what is read, what is solved, what is printed. */
package io.halfspread.app.hjb;
