/** Where profit comes from: spread, inventory, fees, funding. */
package io.halfspread.app.pnl;
