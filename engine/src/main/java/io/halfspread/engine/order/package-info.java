/** Orders of ours by client order id, and what each side of an instrument has working. */
package io.halfspread.engine.order;
