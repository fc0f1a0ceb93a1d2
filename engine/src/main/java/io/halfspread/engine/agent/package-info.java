/** The engine as an agent with a duty cycle, and how agents idle. */
package io.halfspread.engine.agent;
