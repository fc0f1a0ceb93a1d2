/** The stream for people: short names of its messages, and every message as a line of JSON through Chronicle Wire. */
package io.halfspread.codec.dump;
