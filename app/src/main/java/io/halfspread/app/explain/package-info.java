/** Why the engine decided what it decided: every term of one decision, recomputed from the capture. */
package io.halfspread.app.explain;
