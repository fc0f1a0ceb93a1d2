/** What a person runs: the command line's root. */
package io.halfspread.app;
