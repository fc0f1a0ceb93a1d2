/** The venue's signed actions: what is asked for, its MessagePack as it is hashed, and the JSON messages that carry it. */
package io.halfspread.codec.action;
