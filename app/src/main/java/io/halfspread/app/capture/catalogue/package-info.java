/** Which captures there are: the folders are the truth, nothing is kept beside them. */
package io.halfspread.app.capture.catalogue;
