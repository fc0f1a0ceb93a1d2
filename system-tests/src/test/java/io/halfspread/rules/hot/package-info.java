/** A bytecode scan of the classes marked as running once or more per event. */
package io.halfspread.rules.hot;
