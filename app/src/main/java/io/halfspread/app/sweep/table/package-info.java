/** The results of a sweep as tables: one set of typed rows, written as CSV and as Parquet. */
package io.halfspread.app.sweep.table;
