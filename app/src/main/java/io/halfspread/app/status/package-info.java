/** What a session does right now, read from its growing capture; no port is needed. */
package io.halfspread.app.status;
