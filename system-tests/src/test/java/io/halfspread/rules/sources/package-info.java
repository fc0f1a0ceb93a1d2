/** Rules about the text of the sources and the other tracked files. */
package io.halfspread.rules.sources;
