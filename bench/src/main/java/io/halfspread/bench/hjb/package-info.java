/** The control problem's solver: the cycle that runs every few seconds beside the pipeline. */
package io.halfspread.bench.hjb;
