/** Position and profit of one instrument, from fills counted once each. */
package io.halfspread.engine.position;
