/** The pipeline as a whole: every event kind, every thread mode, every JVM. */
package io.halfspread.pipeline;
