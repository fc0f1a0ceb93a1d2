/** What libraries say by SLF4J, one plain line each on stderr. */
package io.halfspread.app.log;
