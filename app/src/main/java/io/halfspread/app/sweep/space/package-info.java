/** What a sweep tries: the space file, candidates, and the methods that choose them round by round. Knows no replay. */
package io.halfspread.app.sweep.space;
