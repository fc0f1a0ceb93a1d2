/** What would have been otherwise: a recorded session, or recorded market data, run again with a change and compared. */
package io.halfspread.app.whatif;
