/** Sessions on a venue where things go wrong, again and again, and what must hold through all of it. */
package io.halfspread.app.soak;
