/** MessagePack in the venue's form: the shortest form of each value, members in the order given. */
package io.halfspread.codec.msgpack;
