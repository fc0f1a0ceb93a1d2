/** The engine over a capture: events per second and bytes allocated. */
package io.halfspread.bench.engine;
