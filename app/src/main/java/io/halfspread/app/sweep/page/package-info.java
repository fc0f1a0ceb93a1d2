/** The report of a sweep: one HTML file and the same as JSON. */
package io.halfspread.app.sweep.page;
