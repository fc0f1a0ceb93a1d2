/** Policy tables on the engine's side: assembled from events, looked up and blended without transcendental functions. */
package io.halfspread.engine.policy;
