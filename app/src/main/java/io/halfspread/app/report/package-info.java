/** What a session came to, from its capture in one pass: figures, one HTML file, the same as JSON, and comparisons of two. */
package io.halfspread.app.report;
