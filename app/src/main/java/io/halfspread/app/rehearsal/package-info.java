/** The hot line rehearsed on a stage of its own: the real code on made-up frames, with nothing behind it that it could change. */
package io.halfspread.app.rehearsal;
