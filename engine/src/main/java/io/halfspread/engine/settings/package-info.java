/** What a session is configured with, as values; published as the events that open every session. */
package io.halfspread.engine.settings;
