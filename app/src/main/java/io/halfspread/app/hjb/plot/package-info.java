/** Plots as files that a person opens: self-contained SVG, without network, fonts or scripts. */
package io.halfspread.app.hjb.plot;
