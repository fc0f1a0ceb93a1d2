/** The table of goals P1 to P12: results of all benchmarks put together, judged and compared with an earlier run. */
package io.halfspread.bench.report;
