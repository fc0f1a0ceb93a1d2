/** Live tuning as a session wires it: first set, watcher, events. */
package io.halfspread.app.tuning;
