/** What the measured part of a benchmark allocates, apart from what prepares it. */
package io.halfspread.bench.allocation;
