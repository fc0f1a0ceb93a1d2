/**
 * Captures: a folder of memory-mapped segments with every message of a session in ring order, and a manifest that says
 * what it is and whether it is whole. Written by the journal agent, read by replay, verify and dump.
 */
package io.halfspread.engine.capture;
