/** Import of many files: which day each belongs to, one capture a day, in parallel, again after a kill. */
package io.halfspread.app.capture.bulk;
