/** Words in byte arrays, for code that has proven its indices. */
package io.halfspread.codec.memory;
