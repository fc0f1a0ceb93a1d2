/** The deterministic quoting handler: ring events in, decisions and commands out. Engine thread only. */
package io.halfspread.engine.handler;
