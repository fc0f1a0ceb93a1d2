/** The wiring configuration, config/halfspread.yaml: one table of options, a strict reading, and what a session is made of. */
package io.halfspread.app.config;
