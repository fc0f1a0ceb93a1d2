/** The params verbs of the command line: check a tuning file, and look at, compare and bring back accepted versions. */
package io.halfspread.app.params;
