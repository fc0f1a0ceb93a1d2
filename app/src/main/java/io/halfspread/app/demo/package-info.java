/** The demonstration: a simulated venue and a session that trades on it, in one process, on the real or a virtual clock. */
package io.halfspread.app.demo;
