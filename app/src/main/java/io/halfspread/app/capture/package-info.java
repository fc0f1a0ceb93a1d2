/** What the verbs about captures do: import, verify, dump. */
package io.halfspread.app.capture;
