/** A sweep from end to end: captures in, candidates tried, outcomes kept, judged and written down. */
package io.halfspread.app.sweep;
