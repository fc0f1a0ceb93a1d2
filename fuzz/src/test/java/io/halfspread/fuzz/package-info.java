/** Inputs of the fuzz targets: seeds, kept corpora, and what stands between them and the fuzzer. */
package io.halfspread.fuzz;
