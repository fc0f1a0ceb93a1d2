/** How commands talk: streams, one-line failures, progress. */
package io.halfspread.app.console;
